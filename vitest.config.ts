import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Generous: these machines are shared, and a slow run is no failure.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'tests/{attacks,lib,demo,salesforce,repository}/**/*.test.ts',
            'tests/contract/**/*.test.ts',
          ],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: [
            'tests/{components,entrypoints}/**/*.test.{ts,tsx}',
            'tests/attacks/**/*.test.tsx',
          ],
          environment: 'happy-dom',
          setupFiles: ['tests/setup/idle.ts'],
        },
      },
    ],
  },
})
