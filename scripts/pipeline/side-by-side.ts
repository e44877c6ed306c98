/**
 * Runs tasks side by side, in their order, at most so many at once.
 *
 * @returns the results in the order of the tasks
 * @throws what the first failing task throws, once all that had started have ended
 */
export async function sideBySide<T>(tasks: readonly (() => Promise<T>)[], limit: number): Promise<T[]> {
  const results: T[] = []
  const failures: unknown[] = []
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < tasks.length && failures.length === 0) {
      const index = next++
      try {
        const task = tasks[index]
        if (task) results[index] = await task()
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
  if (failures.length > 0) throw failures[0]
  return results
}
