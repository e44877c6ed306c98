import type { Publication } from './image-stage-publication.ts'
import { publish, type PublicationStage } from './image-stage-publish.ts'
import { judgeGreen } from './judge.ts'
import type { Outcome } from './outcome.ts'

/**
 * Builds, signs and hands on the image of every service whose workflow is green, one after the other. A service whose workflow is not
 * gets no image: the job that builds it would not have run.
 */
export async function runImageStage(
  outcomes: readonly Outcome[],
  stage: PublicationStage,
  signal: AbortSignal,
): Promise<readonly Publication[]> {
  const publications: Publication[] = []
  for (const outcome of outcomes.filter((candidate) => judgeGreen(candidate).length === 0)) {
    signal.throwIfAborted()
    publications.push(await publish(outcome, stage))
  }
  return publications
}
