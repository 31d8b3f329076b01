import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Hang guards, about ten times what the slowest test of a loaded two-core machine needs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Room for young objects: the tests that compare CPU times then tell the work, not the garbage that outlived a small nursery.
    execArgv: ['--max-semi-space-size=64'],
    // Goldens are written by `npm run golden` alone.
    update: 'none',
  },
});
