import './fake-worker.ts'

void import('../../entrypoints/popup/begin.tsx').then(({ beginPopup }) => beginPopup())
