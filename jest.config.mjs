/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // a limit for what hangs, far above what a loaded machine needs
  testTimeout: 120_000,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/examples/'],
  coverageProvider: 'v8',
  collectCoverageFrom: ['actions/**/*.ts', 'src/**/*.ts'],
}
