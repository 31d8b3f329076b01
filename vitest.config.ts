import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Hang guards, about ten times what the slowest test of a loaded two-core machine needs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Goldens are written by `npm run golden` alone.
    update: 'none',
  },
});
