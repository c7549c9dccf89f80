import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

// Usage: node tests/gallery/shoot.ts OUT page/scenario/scheme/width[/height] …
const [out = 'gallery', ...shots] = process.argv.slice(2)
mkdirSync(out, { recursive: true })
const server = await createServer({
  configFile: false,
  root: process.cwd(),
  plugins: [react()],
  server: { port: 4600, host: '127.0.0.1' },
  logLevel: 'error',
})
await server.listen()
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
})
for (const shot of shots) {
  const [surface, scenario, scheme, width = '420', height = '900', keys = ''] = shot.split('/')
  const page = await browser.newPage({
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    viewport: { width: Number(width), height: Number(height) },
  })
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(shot, message.text())
  })
  page.on('pageerror', (error) => console.error(shot, error.message))
  await page.goto(`http://127.0.0.1:4600/tests/gallery/${surface}.html?scenario=${scenario}`)
  await page.waitForLoadState('networkidle')
  for (const key of keys.split(',').filter(Boolean)) await page.keyboard.press(key)
  // What a key has opened may still be loading.
  await page.waitForFunction(() => !document.body.innerText.includes('Opening…'))
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (overflow > 0) console.error(shot, `scrolls sideways by ${overflow} px`)
  await page.screenshot({ path: `${out}/${shot.replaceAll('/', '_')}.png` })
  await page.close()
}
await browser.close()
await server.close()
