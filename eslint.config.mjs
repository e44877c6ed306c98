import js from '@eslint/js'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'examples/', '__tests__/fixtures/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      complexity: ['error', 12],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/kit/**/*.ts', 'actions/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'process',
          'console',
          'fetch',
          'Buffer',
          'setTimeout',
          'setInterval',
          'Date',
          'performance',
          'globalThis',
        ].map((name) => ({ name, message: 'Only adapters touch the world; take it through a port.' })),
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'actions/**/*.ts'],
    ignores: ['src/domain/oci/digest.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...['Literal[regex.pattern=/0-9a-f.[{]64[}]/]', 'TemplateElement[value.raw=/0-9a-f.[{]64[}]/]'].map(
          (selector) => ({
            selector,
            message: 'What the digits of a SHA-256 look like is said in src/domain/oci/digest.ts.',
          }),
        ),
      ],
    },
  },
  {
    files: ['__tests__/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.mjs'], ...tseslint.configs.disableTypeChecked },
)
