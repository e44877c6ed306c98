/**
 * The dependency rule of docs/architecture.md, as a check.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'A cycle has no left and no right: the line from inputs to report must stay straight.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shipped-code-is-self-contained',
      comment: 'Nothing that ships imports what only development needs.',
      severity: 'error',
      from: { path: '^(actions|src)/' },
      to: { path: '^(sandbox|scripts|bench|__tests__|examples|dist)/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'src/domain imports src/domain and an allow-list: no Node, no clock, no environment.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', '^node_modules/(@types/)?picomatch/', '^node_modules/(diff|yaml)/'] },
    },
    {
      name: 'ports-are-types',
      comment: 'src/ports holds interfaces over domain types.',
      severity: 'error',
      from: { path: '^src/ports/' },
      to: { pathNot: ['^src/ports/', '^src/domain/'] },
    },
    {
      name: 'kit-is-the-shell',
      comment: 'src/kit is handed its ports; it knows port types, the shared and the evidence domain.',
      severity: 'error',
      from: { path: '^src/kit/' },
      to: { pathNot: ['^src/kit/', '^src/ports/', '^src/domain/(shared|evidence)/'] },
    },
    {
      name: 'adapters-know-no-action',
      comment: 'Adapters implement ports with Node and npm; they know no action and no kit.',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^(actions/|src/kit/)' },
    },
    {
      name: 'actions-are-islands',
      comment: 'An action never imports another action.',
      severity: 'error',
      from: { path: '^actions/([^/]+)/' },
      to: { path: '^actions/', pathNot: '^actions/$1/' },
    },
    {
      name: 'only-main-builds-adapters',
      comment: 'inputs, verb and report see domain, kit and port types; main.ts is the composition root.',
      severity: 'error',
      from: { path: '^actions/[^/]+/', pathNot: '^actions/[^/]+/main\\.ts$' },
      to: { pathNot: ['^actions/', '^src/(domain|kit|ports)/'] },
    },
    {
      name: 'toolkit-by-its-protocol',
      comment:
        'The entry of @actions/core brings an HTTP client along; see docs/adr/0013-protocol-modules-only.md.',
      severity: 'error',
      from: { path: '^(actions|src)/' },
      to: {
        path: '^node_modules/@actions/core/',
        pathNot: '^node_modules/@actions/core/lib/(command|file-command)\\.(js|d\\.ts)$',
      },
    },
    {
      name: 'only-adapters-touch-npm',
      comment: 'Node and npm packages are imported by adapters alone (the domain has its allow-list).',
      severity: 'error',
      from: { path: '^(actions|src/(kit|ports))/' },
      to: { dependencyTypesNot: ['local'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|examples)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
