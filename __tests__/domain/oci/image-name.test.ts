import { describe, expect, it } from '@jest/globals'
import { IMAGE_NAME_FORM, ImageName } from '../../../src/domain/oci/image-name.ts'

describe('the name of an image on Docker Hub', () => {
  it.each([
    'docker.io/library/nginx',
    'docker.io/org/orders',
    'index.docker.io/org/orders',
    'registry-1.docker.io/library/nginx',
  ])('is whole: %s', (name) => {
    expect(ImageName.parse(name).text).toBe(name)
  })

  it.each(['docker.io/nginx', 'index.docker.io/nginx', 'registry-1.docker.io/nginx'])(
    'is not %s, where there is nothing',
    (name) => {
      expect(() => ImageName.parse(name)).toThrow(
        new RangeError('docker.io/library/nginx, as what belongs to nobody on Docker Hub lies in library/'),
      )
    },
  )

  it.each([
    ['nginx', 'docker.io/library/nginx'],
    ['library/nginx', 'docker.io/library/nginx'],
    ['org/orders', 'docker.io/org/orders'],
  ])('is not %s, which only docker knows', (name, whole) => {
    expect(() => ImageName.parse(name)).toThrow(
      new RangeError(`${IMAGE_NAME_FORM}; on Docker Hub it would be ${whole}`),
    )
  })

  it.each(['ghcr.io/org/orders:v1', 'nginx:1.27', 'docker.io/', 'docker.io', 'ghcr.io', '', 'Nginx'])(
    'is not made up from %j, which is no name anywhere',
    (text) => {
      expect(() => ImageName.parse(text)).toThrow(new RangeError(IMAGE_NAME_FORM))
    },
  )

  it('needs no library/ on other registries', () => {
    expect(ImageName.parse('ghcr.io/orders').text).toBe('ghcr.io/orders')
    expect(ImageName.parse('docker.io.example.com/orders').text).toBe('docker.io.example.com/orders')
  })
})
