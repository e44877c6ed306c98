import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A small change with a test, as a pull request would bring it: one branch of the new code stays untested. */
const FILES = {
  'internal/buildlabel/buildlabel.go': `// Package buildlabel names builds for people.
package buildlabel

// shortLength is how much of a commit people compare.
const shortLength = 12

// Of returns the label of the build of a commit on a branch.
func Of(branch, commit string) string {
	if branch == "" {
		branch = "detached"
	}
	if len(commit) > shortLength {
		commit = commit[:shortLength]
	}
	return branch + "@" + commit
}
`,
  'internal/buildlabel/buildlabel_test.go': `package buildlabel

import "testing"

func TestOf(t *testing.T) {
	const want = "main@0123456789ab"
	if got := Of("main", "0123456789abcdef"); got != want {
		t.Errorf("Of() = %q, want %q", got, want)
	}
}
`,
}

/**
 * Changes a service.
 *
 * @param folder absolute path of its Go module
 */
export async function changeService(folder: string): Promise<void> {
  for (const [file, text] of Object.entries(FILES)) {
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}
