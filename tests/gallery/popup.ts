import './fake-worker.ts'

void import('../../entrypoints/popup/main.tsx')
