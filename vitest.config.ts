import { defineConfig } from 'vitest/config';

// Laws are tried on thousands of cases: on a busy machine that takes its time.
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 180_000 },
});
