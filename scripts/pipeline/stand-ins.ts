import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Copies the stand-ins to where act can take them from. act copies an action's folder wherever it is used, so each
 * gets a link to the packages that its code imports, which act copies as a link; the actions of this project get
 * none, so a bundle that is not complete fails here as it does on GitHub.
 *
 * @param thirdParty absolute path of the folder of stand-ins, `<owner>/<name>/action.yml`
 * @param packages absolute path of the node_modules folder to link to
 * @param target absolute path of a folder that does not exist yet
 */
export async function prepareStandIns(thirdParty: string, packages: string, target: string): Promise<void> {
  await mkdir(target, { recursive: true })
  await cp(thirdParty, target, { recursive: true })
  for (const owner of await folders(target)) {
    for (const name of await folders(join(target, owner))) {
      const folder = join(target, owner, name)
      await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n')
      await symlink(packages, join(folder, 'node_modules'), 'dir')
    }
  }
}

async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
