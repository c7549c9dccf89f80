import './fake-worker.ts'

void import('../../entrypoints/panel/begin.tsx').then(({ beginPanel }) => beginPanel())
