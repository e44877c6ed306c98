import type { Fields, FieldType } from './field-types.ts'

const TEXTS: FieldType = { list: 'text' }
const TEXT_MAP: FieldType = { map: 'text' }
const ANY_MAP: FieldType = { map: 'anything' }

const GVK = { group: 'text', version: 'text', kind: 'text' } as const satisfies Fields
const RESOURCE = { ...GVK, name: 'text', namespace: 'text' } as const satisfies Fields
const SELECTOR: FieldType = {
  fields: { ...RESOURCE, annotationSelector: 'text', labelSelector: 'text' },
}
const FIELD_SPECS: FieldType = { list: { fields: { ...GVK, path: 'text', create: 'boolean' } } }
const FIELD_OPTIONS: FieldType = {
  fields: { delimiter: 'text', index: 'integer', encoding: 'text', create: 'boolean' },
}
const GENERATOR_OPTIONS: FieldType = {
  fields: {
    labels: TEXT_MAP,
    annotations: TEXT_MAP,
    disableNameSuffixHash: 'boolean',
    immutable: 'boolean',
  },
}
const GENERATOR = {
  namespace: 'text',
  name: 'text',
  behavior: 'text',
  literals: TEXTS,
  files: TEXTS,
  envs: TEXTS,
  env: 'text',
  options: GENERATOR_OPTIONS,
} as const satisfies Fields
const PATCHES: FieldType = {
  list: { fields: { path: 'text', patch: 'text', target: SELECTOR, options: { map: 'boolean' } } },
}
const IMAGES: FieldType = {
  list: { fields: { name: 'text', newName: 'text', tagSuffix: 'text', newTag: 'text', digest: 'text' } },
}
const REPLACEMENTS: FieldType = {
  list: {
    fields: {
      path: 'text',
      source: { fields: { ...RESOURCE, fieldPath: 'text', options: FIELD_OPTIONS } },
      targets: {
        list: {
          fields: { select: SELECTOR, reject: { list: SELECTOR }, fieldPaths: TEXTS, options: FIELD_OPTIONS },
        },
      },
    },
  },
}
const HELM_CHARTS: FieldType = {
  list: {
    fields: {
      name: 'text',
      version: 'text',
      repo: 'text',
      releaseName: 'text',
      namespace: 'text',
      additionalValuesFiles: TEXTS,
      valuesFile: 'text',
      valuesInline: ANY_MAP,
      valuesMerge: 'text',
      includeCRDs: 'boolean',
      skipHooks: 'boolean',
      apiVersions: TEXTS,
      kubeVersion: 'text',
      nameTemplate: 'text',
      skipTests: 'boolean',
      debug: 'boolean',
    },
  },
}
const HELM_CHART_INFLATION_GENERATOR: FieldType = {
  list: {
    fields: {
      chartName: 'text',
      chartVersion: 'text',
      chartRepoUrl: 'text',
      chartHome: 'text',
      chartRepoName: 'text',
      helmBin: 'text',
      helmHome: 'text',
      values: 'text',
      valuesLocal: ANY_MAP,
      valuesMerge: 'text',
      releaseName: 'text',
      releaseNamespace: 'text',
      extraArgs: TEXTS,
    },
  },
}
const VARS: FieldType = {
  list: {
    fields: {
      name: 'text',
      objref: { fields: { ...RESOURCE, apiVersion: 'text' } },
      fieldref: { fields: { fieldPath: 'text' } },
    },
  },
}

/**
 * Every field of a kustomization, as kustomize v5.5.0 decodes it.
 *
 * @see https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.5.0/api/types/kustomization.go
 */
export const KUSTOMIZATION: FieldType = {
  fields: {
    apiVersion: 'text',
    kind: 'text',
    metadata: { fields: { name: 'text', namespace: 'text', labels: TEXT_MAP, annotations: TEXT_MAP } },
    openapi: TEXT_MAP,
    namePrefix: 'text',
    nameSuffix: 'text',
    namespace: 'text',
    commonLabels: TEXT_MAP,
    labels: {
      list: {
        fields: {
          pairs: TEXT_MAP,
          includeSelectors: 'boolean',
          includeTemplates: 'boolean',
          fields: FIELD_SPECS,
        },
      },
    },
    commonAnnotations: TEXT_MAP,
    patchesStrategicMerge: TEXTS,
    patchesJson6902: PATCHES,
    patches: PATCHES,
    images: IMAGES,
    imageTags: IMAGES,
    replacements: REPLACEMENTS,
    replicas: { list: { fields: { name: 'text', count: 'integer' } } },
    vars: VARS,
    sortOptions: {
      fields: { order: 'text', legacySortOptions: { fields: { orderFirst: TEXTS, orderLast: TEXTS } } },
    },
    resources: TEXTS,
    components: TEXTS,
    crds: TEXTS,
    bases: TEXTS,
    configMapGenerator: { list: { fields: GENERATOR } },
    secretGenerator: { list: { fields: { ...GENERATOR, type: 'text' } } },
    helmGlobals: { fields: { chartHome: 'text', configHome: 'text' } },
    helmCharts: HELM_CHARTS,
    helmChartInflationGenerator: HELM_CHART_INFLATION_GENERATOR,
    generatorOptions: GENERATOR_OPTIONS,
    configurations: TEXTS,
    generators: TEXTS,
    transformers: TEXTS,
    validators: TEXTS,
    buildMetadata: TEXTS,
  },
}
