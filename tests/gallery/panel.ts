import './fake-worker.ts'

void import('../../entrypoints/panel/main.tsx')
