import { describe, expect, it } from '@jest/globals'

import { cosignEnvironment } from '../../../src/domain/signing/cosign-environment.ts'

describe('the environment of cosign', () => {
  it.each([
    'COSIGN_RECURSIVE',
    'COSIGN_REPOSITORY',
    'COSIGN_EXPERIMENTAL',
    'COSIGN_DOCKER_MEDIA_TYPES',
    'COSIGN_MAX_ATTACHMENT_SIZE',
    'COSIGN_TLOG_UPLOAD',
    'cosign_tlog_upload',
    'SIGSTORE_ROOT_FILE',
    'SIGSTORE_REKOR_PUBLIC_KEY',
    'SIGSTORE_CT_LOG_PUBLIC_KEY_FILE',
    'SIGSTORE_TSA_CERTIFICATE_FILE',
    'SIGSTORE_ID_TOKEN',
    'TUF_ROOT',
    'TUF_MIRROR',
    'TUF_ROOT_JSON',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
  ])('does not have the %s of the step', (name) => {
    expect(cosignEnvironment({ [name]: 'x', PATH: '/bin' }, {})).toEqual({ PATH: '/bin' })
  })

  it('has everything else, and what is added', () => {
    const inherited = { PATH: '/bin', DOCKER_CONFIG: '/d', MY_COSIGN_: 'x', EMPTY: undefined, TUF_ROOT: '/a' }

    expect(cosignEnvironment(inherited, { TUF_ROOT: '/b', PATH: '/c' })).toEqual({
      PATH: '/c',
      DOCKER_CONFIG: '/d',
      MY_COSIGN_: 'x',
      TUF_ROOT: '/b',
    })
  })
})
