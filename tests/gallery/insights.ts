import './fake-worker.ts'

void import('../../entrypoints/insights/main.tsx')
