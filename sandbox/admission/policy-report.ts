import { isRecord } from '../../src/domain/shared/shape.ts'

/** What one rule of a policy says of an image. */
interface RuleVerdict {
  readonly policy: string
  readonly rule: string
  readonly admitted: boolean
  /** In the words of Kyverno: why it denied, or what it verified. */
  readonly reason: string
}

/** What all rules say. */
export interface Verdict {
  /** Whether nothing that Kyverno found is against the image. */
  readonly admitted: boolean
  /** In the order of their names. */
  readonly rules: readonly RuleVerdict[]
}

interface Result {
  readonly policy: string
  readonly rule: string
  readonly passed: boolean
  readonly message: string
}

/** Kyverno's last word on an image, the same for every rule that is about it; what a rule itself found is said apart. */
const LAST_WORD = /^(?:image verified$|unverified image )/

/**
 * Reads the policy report that `kyverno apply --policy-report --output-format json` prints. What is skipped was not verified, and
 * admits nothing.
 *
 * @param output standard output
 * @throws Error when there is no report, or no result in it: nothing was decided
 */
export function readVerdict(output: string): Verdict {
  const results = resultsIn(output)
  if (results.length === 0) throw new Error(NO_RULE)
  const rules = byRule(results).map(ruleVerdict)
  return { admitted: results.every(({ passed }) => passed), rules }
}

/** What it means that there is no result. */
const NO_RULE = 'no rule of the policies is about this image: look at their match and imageReferences'

function byRule(results: readonly Result[]): readonly (readonly [Result, ...Result[]])[] {
  const groups = new Map<string, [Result, ...Result[]]>()
  for (const result of results) {
    const name = JSON.stringify([result.policy, result.rule])
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [result])
    else group.push(result)
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group)
}

function ruleVerdict(results: readonly [Result, ...Result[]]): RuleVerdict {
  const found = results.filter(({ message }) => !LAST_WORD.test(message))
  const [first = results[0]] = found
  const telling = found.length > 0 ? found : results
  const { policy, rule, passed, message } = telling.find((result) => !result.passed) ?? first
  return { policy, rule, admitted: passed, reason: message.trim() }
}

function resultsIn(output: string): readonly Result[] {
  if (output.trim() === '') return []
  let report: unknown
  try {
    report = JSON.parse(output)
  } catch (cause) {
    throw new Error(`Kyverno printed no policy report: ${output.trim().slice(0, 500)}`, { cause })
  }
  const results = isRecord(report) ? report['results'] : undefined
  if (!Array.isArray(results)) throw new Error('Kyverno printed a policy report without results')
  return results.filter(isRecord).map((result) => ({
    policy: String(result['policy']),
    rule: String(result['rule']),
    passed: result['result'] === 'pass',
    message: String(result['message'] ?? result['result']),
  }))
}
