import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 of `content`, as base64url without padding. */
export function sign(content: string, secret: Buffer): string {
  return createHmac('sha256', secret).update(content).digest('base64url')
}

/** Whether `signature` is what {@link sign} makes of `content`. */
export function isSignedBy(secret: Buffer, content: string, signature: string): boolean {
  const [expected, given] = [Buffer.from(sign(content, secret)), Buffer.from(signature)]
  return expected.length === given.length && timingSafeEqual(expected, given)
}
