import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 351:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32);

await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 32:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./src/adapters/git-cli.ts


/** A diff of a large change is long; beyond this the change is not known, and says so. */
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
/** Everything that a configuration or an attribute could change is said, so that a change has the same lines everywhere. */
const DIFF = [
    'diff',
    '--unified=0',
    '--inter-hunk-context=0',
    '--diff-algorithm=myers',
    '--indent-heuristic',
    '--find-renames',
    '-l1000',
    // a change must not hide its lines by calling its files binary in .gitattributes
    '--text',
    '--relative',
    '--diff-filter=d',
    '--no-color',
    '--no-ext-diff',
    '--no-textconv',
    '--ignore-submodules=all',
    '--src-prefix=a/',
];
/** The git on PATH. It never fetches: a partial clone answers with what it holds. */
function gitCli(workspace) {
    return {
        around: (folder) => {
            const checkout = checkoutAround(workspace, folder);
            return repository(external_node_path_namespaceObject.posix.join(workspace, checkout), checkout === '.' ? 'b/' : `b/${checkout}/`);
        },
        rootAround: (folder) => checkoutAround(workspace, folder),
    };
}
/**
 * The folder of the checkout that a folder of the workspace belongs to: the nearest with a `.git` folder, as actions/checkout makes it
 * at its `path`. A submodule, whose `.git` is a file, belongs to the checkout around it.
 */
function checkoutAround(workspace, folder) {
    for (let at = folder; at !== '.'; at = external_node_path_namespaceObject.posix.dirname(at)) {
        if ((0,external_node_fs_namespaceObject.statSync)(external_node_path_namespaceObject.posix.join(workspace, at, '.git'), { throwIfNoEntry: false })?.isDirectory())
            return at;
    }
    return '.';
}
function repository(path, prefix) {
    const git = (args) => runGit(path, args);
    return {
        commit: async (revision) => {
            const { code, stdout, stderr } = await git([
                'rev-parse',
                '--verify',
                '--quiet',
                '--end-of-options',
                `${revision}^{commit}`,
            ]);
            if (code === 0)
                return stdout.trim();
            if (stderr === '')
                return undefined;
            throw new Error(`git: ${firstLine(stderr)}`);
        },
        mergeBase: async (one, other) => {
            const { code, stdout, stderr } = await git(['merge-base', '--', one, other]);
            if (code === 0)
                return stdout.trim();
            // 1: no common ancestor; 128 with this text: a commit that the clone does not hold
            if (code === 1 || /Not a valid (?:object|commit) name|bad object|could not (?:parse|get)/i.test(stderr))
                return undefined;
            throw new Error(`git: ${firstLine(stderr)}`);
        },
        diff: async (base, head) => {
            const { code, stdout, stderr } = await git([
                ...DIFF,
                `--dst-prefix=${prefix}`,
                '--end-of-options',
                base,
                head,
                '--',
            ]);
            if (code !== 0)
                throw new Error(`git: ${firstLine(stderr)}`);
            return stdout;
        },
    };
}
async function runGit(repository, args) {
    // loaded when it is needed: a run without a commit asks git for nothing
    const { execFile } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 421, 23));
    return new Promise((resolve, reject) => {
        // GIT_DIFF_OPTS would add context lines whatever the command line says
        const env = {
            ...process.env,
            LC_ALL: 'C',
            GIT_NO_LAZY_FETCH: '1',
            GIT_OPTIONAL_LOCKS: '0',
            GIT_DIFF_OPTS: undefined,
        };
        const options = { cwd: repository, env, maxBuffer: MAX_OUTPUT_BYTES, encoding: 'utf8' };
        execFile('git', args, options, (error, stdout, stderr) => {
            if (error === null)
                resolve({ code: 0, stdout, stderr });
            else if (typeof error.code === 'number')
                resolve({ code: error.code, stdout, stderr });
            else
                reject(new Error(`git could not be run: ${error.message}`, { cause: error }));
        });
    });
}
function firstLine(text) {
    return text.trim().split('\n', 1)[0] ?? '';
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./src/domain/shared/fault.ts
class Fault extends Error {
    code;
    class;
    subject;
    detail;
    hint;
    constructor(report, cause) {
        super(faultMessage(report), cause === undefined ? undefined : { cause });
        this.name = 'Fault';
        this.code = report.code;
        this.class = report.class;
        this.subject = report.subject;
        this.detail = report.detail;
        this.hint = report.hint;
    }
}
/** `coverage.out:7: "x" is not a coverage block. Run the tests again …`; a sentence that was seen keeps its one full stop. */
function faultMessage({ subject, detail, hint }) {
    // the dot of a folder such as `.` or `..` is its name
    return `${subject}: ${detail.replace(/(?<=[^\s./])\.$/, '')}. ${hint}`;
}
/** Several faults at once, none of which hides another. */
class Faults extends Error {
    faults;
    constructor(faults) {
        super(`${faults.length} faults. ${faults.map(({ message }, index) => `${index + 1}. ${message}`).join(' ')}`);
        this.name = 'Faults';
        this.faults = faults;
    }
}
/**
 * Binds a catalogue to a constructor of its faults, so that a code that the README does not explain does not compile.
 *
 * @example
 * const coverageFault = faultsOf({ 'profile-empty': { class: 'code', meaning: '…', cure: '…' } })
 * throw coverageFault('profile-empty', { subject: 'coverage.out', detail: 'the file has no bytes' })
 */
function faultsOf(catalogue) {
    return (code, { subject, detail, hint, cause }) => new Fault({ code, class: catalogue[code].class, subject, detail, hint: hint ?? catalogue[code].cure }, cause);
}

;// CONCATENATED MODULE: ./src/domain/shared/file-faults.ts

/** What goes wrong with files that are there. */
const FILE_FAULTS = {
    'file-unreadable': {
        class: 'infrastructure',
        meaning: 'A file is there and cannot be read',
        cure: 'Check who owns the file and with which permissions the step that wrote it ran.',
    },
    'file-unwritable': {
        class: 'infrastructure',
        meaning: 'A file cannot be written',
        cure: 'Check the space on the disk and who owns the folder (RUNNER_TEMP).',
    },
};
const fileFault = faultsOf(FILE_FAULTS);

;// CONCATENATED MODULE: ./src/adapters/node-files.ts




const CHUNK_BYTES = 256 * 1024;
/** The folders that Go leaves out of `./...`, and npm's. */
const LEFT_OUT = /^(?:node_modules|vendor|testdata|[._].*)$/;
const readFolderOnDisk = (path) => (0,external_node_fs_namespaceObject.readdirSync)(path, { withFileTypes: true });
/**
 * Files on the disk; relative paths begin at the workspace. What cannot be read is a fault that names the path. A glob finds no
 * symbolic links and nothing behind them, so that no file is found twice.
 */
function nodeFiles(workspace, readFolder = readFolderOnDisk) {
    const at = (path) => (0,external_node_path_namespaceObject.resolve)(workspace, path);
    return {
        find: async (folder, pattern) => {
            const { default: picomatch } = await __nccwpck_require__.e(/* import() */ 6).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6, 23));
            const { named, open } = splitGlob(pattern);
            const start = (0,external_node_path_namespaceObject.isAbsolute)(named) ? named : external_node_path_namespaceObject.posix.join(folder, named);
            const matches = picomatch(open, { windows: false });
            const found = filesBelow(at(start), readFolder, depthOf(open)).filter((path) => matches(path));
            return found.map((path) => external_node_path_namespaceObject.posix.join(start, path)).sort();
        },
        list: (folder) => promised(() => {
            const start = at(folder);
            const unreadable = [];
            const files = filesBelow(start, (path) => {
                try {
                    return readFolder(path);
                }
                catch (error) {
                    if (path === start || !isDenied(error))
                        throw error;
                    unreadable.push(path.slice(start.length + 1));
                    return [];
                }
            });
            const sorted = (paths) => paths.map((path) => external_node_path_namespaceObject.posix.join(folder, path)).sort();
            return { files: sorted(files), unreadable: sorted(unreadable) };
        }),
        kind: (path) => promised(() => readable(path, () => kindOf(at(path)))),
        open: (path) => openFile(path, at(path)),
        readText: (path) => promised(() => readable(path, () => (0,external_node_fs_namespaceObject.readFileSync)(at(path), 'utf8'))),
    };
}
/** Writes files whole or not at all. */
function nodeFileWriter() {
    return {
        write: (path, content) => promised(() => {
            writable(path, () => {
                writeWhole(path, content);
            });
            return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(content).digest('hex');
        }),
        remove: (path) => promised(() => {
            writable(path, () => {
                (0,external_node_fs_namespaceObject.rmSync)(path, { force: true, recursive: true });
            });
        }),
    };
}
function writable(path, act) {
    try {
        act();
    }
    catch (error) {
        throw fileFault('file-unwritable', { subject: path, detail: describe(error), cause: error });
    }
}
function writeWhole(path, content) {
    (0,external_node_fs_namespaceObject.mkdirSync)((0,external_node_path_namespaceObject.dirname)(path), { recursive: true });
    const partial = `${path}.partial`;
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(partial, content);
        (0,external_node_fs_namespaceObject.renameSync)(partial, path);
    }
    catch (error) {
        (0,external_node_fs_namespaceObject.rmSync)(partial, { force: true });
        throw error;
    }
}
/**
 * The folders that a glob names outright, and the rest of it. The search begins there: the folders that it leaves out are below.
 *
 * @example splitGlob('../reports/*.out') // { named: '../reports/', open: '*.out' }
 */
function splitGlob(pattern) {
    const segments = pattern.split('/');
    const magic = segments.findIndex((segment) => /[*?[\](){}!+@|\\]/.test(segment));
    const first = magic < 0 ? segments.length - 1 : magic;
    return {
        named: first === 0 ? '.' : `${segments.slice(0, first).join('/')}/`,
        open: segments.slice(first).join('/'),
    };
}
/** How many levels a glob can match at most; only what repeats itself, `**` or `+(a/)`, can match any number of them. */
function depthOf(glob) {
    return /\*\*|[*+]\(/.test(glob) ? Number.POSITIVE_INFINITY : glob.split('/').length;
}
/** The files of a folder and those below it, by their path from there. */
function filesBelow(folder, readFolder, depth = Number.POSITIVE_INFINITY) {
    if (depth === 0)
        return [];
    const entries = readable(folder, () => readFolder(folder)) ?? [];
    return entries.flatMap((entry) => {
        if (entry.isFile())
            return [entry.name];
        if (!entry.isDirectory() || LEFT_OUT.test(entry.name))
            return [];
        return filesBelow(`${folder}/${entry.name}`, readFolder, depth - 1).map((path) => `${entry.name}/${path}`);
    });
}
/** What is thrown becomes a rejection. */
function promised(act) {
    return new Promise((resolve) => {
        resolve(act());
    });
}
function kindOf(path) {
    return (0,external_node_fs_namespaceObject.statSync)(path).isDirectory() ? 'directory' : 'file';
}
/** Reads and hashes in one pass, into one buffer. */
function openFile(path, absolute) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    return {
        chunks: chunksOf(path, absolute, hash),
        sha256: () => hash.digest('hex'),
    };
}
async function* chunksOf(path, absolute, hash) {
    const file = unreadable(path, () => (0,external_node_fs_namespaceObject.openSync)(absolute, 'r'));
    try {
        const buffer = new Uint8Array(CHUNK_BYTES);
        for (;;) {
            const length = unreadable(path, () => (0,external_node_fs_namespaceObject.readSync)(file, buffer));
            if (length === 0)
                return;
            const chunk = buffer.subarray(0, length);
            hash.update(chunk);
            yield await Promise.resolve(chunk);
        }
    }
    finally {
        (0,external_node_fs_namespaceObject.closeSync)(file);
    }
}
/** Undefined where there is nothing; a fault where there is something that cannot be read. */
function readable(path, read) {
    return unreadable(path, () => {
        try {
            return read();
        }
        catch (error) {
            if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR'))
                return undefined;
            throw error;
        }
    });
}
function isDenied(error) {
    return hasCode(error, 'EACCES') || hasCode(error, 'EPERM');
}
function hasCode(error, code) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
function unreadable(path, read) {
    try {
        return read();
    }
    catch (error) {
        throw fileFault('file-unreadable', { subject: path, detail: describe(error), cause: error });
    }
}
function describe(error) {
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./src/domain/shared/workflow-command.ts
/**
 * Makes text harmless for the runner's log. The runner reads a line that begins with `::` (after white space), or that holds
 * `##[` anywhere, as a command; text of a test, a file name or a child process must never be one. Control characters are shown
 * as `\xNN`, so that nothing rewrites the lines above it. Line breaks and tabs stay.
 *
 * @example neutralise('ok\n::add-mask::x') === 'ok\n: :add-mask::x'
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function neutralise(text) {
    return text
        .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
        .map((line) => line
        .replace(CONTROL_CHARACTER, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`)
        .replace(/^(\s*):(?=:)/, '$1: ')
        .replaceAll('##[', '## ['))
        .join('\n');
}
// eslint-disable-next-line no-control-regex -- these are the characters to be shown
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./src/adapters/run-environment.ts


/**
 * The raw text of an input. The runner hands it over as `INPUT_` and the name in upper case, with `_` for spaces and hyphens kept; a
 * shell cannot set a name with a hyphen, so `_` is taken for it as well.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Worker/Handlers/Handler.cs AddInputsToEnvironment
 */
function inputFrom(environment, name) {
    const variable = `INPUT_${name.toUpperCase()}`;
    return environment[variable] ?? environment[variable.replaceAll('-', '_')];
}
/** The run as the `GITHUB_*` variables tell it; an empty one counts as not set. */
function contextFrom(environment) {
    const variable = (name) => environment[name] === '' ? undefined : environment[name];
    const attempt = variable('GITHUB_RUN_ATTEMPT');
    return {
        serverUrl: (variable('GITHUB_SERVER_URL') ?? 'https://github.com').replace(/\/+$/, ''),
        repository: variable('GITHUB_REPOSITORY'),
        sha: variable('GITHUB_SHA'),
        ref: variable('GITHUB_REF'),
        event: variable('GITHUB_EVENT_NAME'),
        runId: variable('GITHUB_RUN_ID'),
        runAttempt: attempt !== undefined && /^[1-9]\d{0,8}$/.test(attempt) ? Number(attempt) : undefined,
        workflowRef: variable('GITHUB_WORKFLOW_REF'),
        job: variable('GITHUB_JOB'),
        payload: payloadFrom(variable('GITHUB_EVENT_PATH')),
        workspace: forward(variable('GITHUB_WORKSPACE') ?? process.cwd()),
        temp: forward(variable('RUNNER_TEMP') ?? (0,external_node_os_namespaceObject.tmpdir)()),
    };
}
/** The event's payload; undefined where there is none that can be read: rules that need it then know that they do not know. */
function payloadFrom(path) {
    if (path === undefined)
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function forward(path) {
    return path.replaceAll('\\', '/');
}

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: ./src/adapters/workflow-commands.ts


/**
 * The runner's protocol: workflow commands on standard output, and files that the environment names.
 *
 * The toolkit's own modules speak it, imported by their path: the package has one entry, and behind that stands the OIDC client
 * with a whole HTTP client. A gate that needs no network ships none, which is 1 MB less to review and half the time to start.
 *
 * @see docs/adr/0013-protocol-modules-only.md
 */
/** Replaces a secret by `***` in the rest of the log; the runner takes each line of it by itself as well. */
function addMask(secret) {
    issueCommand('add-mask', {}, secret);
}
/** Text that only a debugging run shows. */
function debug(text) {
    issueCommand('debug', {}, text);
}
function annotate({ level, title, message, file, startLine, endLine }) {
    issueCommand(level, { title, file, line: startLine, endLine }, message);
}
/** Where no file takes outputs, as in local-action, they are printed in the form of older runners. */
function setOutput(name, value) {
    if (process.env['GITHUB_OUTPUT'])
        issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    else
        issueCommand('set-output', { name }, value);
}
/** Adds to the job summary, behind what other steps wrote; without a file for it there is none. */
function addSummary(markdown) {
    if (process.env['GITHUB_STEP_SUMMARY'])
        issueFileCommand('STEP_SUMMARY', markdown);
}

;// CONCATENATED MODULE: ./src/adapters/actions-runner.ts



/** GitHub's runner, and what speaks its protocol. */
function actionsShell() {
    const log = {
        info: (text) => {
            process.stdout.write(`${neutralise(text)}\n`);
        },
        debug: debug,
        mask: addMask,
    };
    const runner = {
        input: (name) => inputFrom(process.env, name),
        context: () => contextFrom(process.env),
        publish: ({ annotations, outputs, summary, failed }) => {
            // first of all: whatever goes wrong below, a failed step is red
            if (failed)
                process.exitCode = 1;
            return new Promise((resolve) => {
                for (const [name, value] of Object.entries(outputs))
                    setOutput(name, value);
                for (const annotation of annotations)
                    annotate(annotation);
                addSummary(summary);
                resolve();
            });
        },
    };
    return { runner, log };
}

;// CONCATENATED MODULE: ./src/adapters/console-runner.ts


/**
 * A person's shell: the same verdict and exit code, in plain text on standard output, with the outputs listed at the end. Nothing
 * behind it would act on a mask, so secrets are replaced here, each line of one by itself, as the runner does.
 */
function consoleShell() {
    let secrets = [];
    const print = (text) => {
        const shown = secrets.reduce((masked, secret) => masked.replaceAll(secret, '***'), text);
        process.stdout.write(`${neutralise(shown)}\n`);
    };
    const mask = (secret) => {
        const parts = secret.split(/[\r\n]+/).filter((line) => line !== '');
        // the longest first: a secret can begin with another one
        secrets = [...secrets, ...parts].toSorted((one, other) => other.length - one.length);
    };
    const log = { info: print, debug: () => undefined, mask };
    const runner = {
        input: (name) => inputFrom(process.env, name),
        context: () => contextFrom(process.env),
        publish: ({ annotations, outputs, failed }) => {
            if (failed)
                process.exitCode = 1;
            for (const annotation of annotations)
                print(annotationText(annotation));
            for (const [name, value] of Object.entries(outputs))
                if (name !== 'reason')
                    print(outputText(name, value));
            return Promise.resolve();
        },
    };
    return { runner, log };
}
/** Further lines of a value stand deeper than a name, so that none of them reads as another output. */
function outputText(name, value) {
    return `  ${name}: ${value.split(/\r\n|[\r\n\u0085\u2028\u2029]/).join('\n    ')}`;
}
function annotationText({ level, title, message, file, startLine }) {
    const place = file === undefined ? title : `${file}${startLine === undefined ? '' : `:${startLine}`}`;
    return `${level}: ${place}: ${message}`;
}

;// CONCATENATED MODULE: ./src/adapters/system-shell.ts



/** What the action shell needs, on this machine: the runner's conventions where there is a runner, else plain text. */
function systemShell() {
    return {
        ...(process.env['GITHUB_ACTIONS'] === 'true' ? actionsShell() : consoleShell()),
        writer: nodeFileWriter(),
        clock: { now: () => new Date().toISOString() },
    };
}

;// CONCATENATED MODULE: ./src/domain/oci/digest.ts
/** The digits of a SHA-256, as a part of a pattern: nothing else in this repository says what they look like. */
const SHA256_DIGITS = '[0-9a-f]{64}';
/** A SHA-256 without its algorithm. */
const SHA256_HEX = new RegExp(`^${SHA256_DIGITS}$`);
/** What {@link SHA256_HEX} accepts, in words. */
const SHA256_HEX_FORM = 'a SHA-256 of 64 lower-case hex digits';
/** @throws {RangeError} with the accepted form */
function parseSha256Hex(text) {
    if (!SHA256_HEX.test(text))
        throw new RangeError(SHA256_HEX_FORM);
    return text;
}
/** A digest, algorithm and all. */
const DIGEST = new RegExp(`^sha256:${SHA256_DIGITS}$`);
/** What {@link Digest.parse} accepts, in words. */
const DIGEST_FORM = 'sha256: and 64 lower-case hex digits';
/**
 * The digest of a manifest: `sha256:` and 64 lower-case hex digits, nothing around it. Other algorithms are refused, as by
 * cosign, crane and Kyverno; nothing is corrected.
 *
 * @example Digest.parse(`sha256:${'0a'.repeat(32)}`).hex === '0a'.repeat(32)
 * @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
class Digest {
    text;
    constructor(text) {
        this.text = text;
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        if (!DIGEST.test(text))
            throw new RangeError(DIGEST_FORM);
        return new Digest(text);
    }
    /** The 64 digits behind the algorithm. */
    get hex() {
        return this.text.slice('sha256:'.length);
    }
    equals(other) {
        return this.text === other.text;
    }
    toString() {
        return this.text;
    }
}

;// CONCATENATED MODULE: ./src/domain/shared/shape.ts
function string(rule) {
    const name = rule?.name ?? 'a string';
    return {
        schema: rule ? { type: 'string', pattern: rule.pattern.source } : { type: 'string' },
        check: (value, path) => expectThat(typeof value === 'string' && (rule?.pattern.test(value) ?? true), path, name),
    };
}
/** An integer from `minimum` on that JavaScript holds exactly. */
function integer(minimum = 0) {
    return {
        schema: { type: 'integer', minimum, maximum: Number.MAX_SAFE_INTEGER },
        check: (value, path) => expectThat(Number.isSafeInteger(value) && Number(value) >= minimum, path, `an integer from ${minimum}`),
    };
}
function shape_boolean() {
    return {
        schema: { type: 'boolean' },
        check: (value, path) => expectThat(typeof value === 'boolean', path, 'true or false'),
    };
}
function oneOf(...values) {
    return {
        schema: { enum: values },
        check: (value, path) => expectThat(values.some((known) => known === value), path, `one of ${values.join(', ')}`),
    };
}
function nullable(shape) {
    return {
        schema: { anyOf: [shape.schema, { type: 'null' }] },
        check: (value, path) => (value === null ? [] : shape.check(value, path)),
    };
}
function array(item) {
    return {
        schema: { type: 'array', items: item.schema },
        check: (value, path) => Array.isArray(value)
            ? value.flatMap((element, index) => item.check(element, `${path}[${index}]`))
            : [`${path}: expected a list`],
    };
}
/** An object with exactly these fields; one that is not named here is an error. */
function object(required) {
    return objectShape(required, {});
}
/** An object with all of the first fields and any of the second, and no other. */
function objectWithOptional(required, optional) {
    return objectShape(required, optional);
}
function objectShape(required, optional) {
    const fields = { ...required, ...optional };
    return {
        schema: {
            type: 'object',
            properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
            required: Object.keys(required),
            additionalProperties: false,
        },
        check: (value, path) => {
            if (!isRecord(value))
                return [`${path}: expected an object`];
            const missing = Object.keys(required).filter((name) => !Object.hasOwn(value, name));
            const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
            return [
                ...missing.map((name) => `${path}.${name}: is missing`),
                ...unknown.map((name) => `${path}.${name}: is not known`),
                ...Object.entries(fields).flatMap(([name, shape]) => Object.hasOwn(value, name) ? shape.check(value[name], `${path}.${name}`) : []),
            ];
        },
    };
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function expectThat(holds, path, expected) {
    return holds ? [] : [`${path}: expected ${expected}`];
}

;// CONCATENATED MODULE: ./src/domain/shared/service-name.ts
/** What {@link ServiceName} accepts. */
const SERVICE_NAME = /^(?!.*\.\.)[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/;
/**
 * The name of a service, e.g. `payments-worker`: 1 to 63 characters, lower-case letters, digits, `-`, `_` and `.`, beginning and
 * ending with a letter or digit. It names a folder of evidence, an artifact and an image, so it can hold no path
 * separator and no `..`.
 */
class ServiceName {
    text;
    constructor(text) {
        this.text = text;
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        if (!SERVICE_NAME.test(text)) {
            throw new RangeError('a service name of 1 to 63 lower-case letters, digits, "-", "_" and ".", such as payments-worker');
        }
        return new ServiceName(text);
    }
    toString() {
        return this.text;
    }
}

;// CONCATENATED MODULE: ./src/domain/evidence/evidence.ts



/** The `schema` of every document of this version. */
const EVIDENCE_SCHEMA = 'bookstore-actions/evidence/v1';
const sha256 = string({ pattern: SHA256_HEX, name: SHA256_HEX_FORM });
const digest = string({
    pattern: DIGEST,
    name: 'a digest such as sha256:… with 64 lower-case hex digits',
});
const percent = string({ pattern: /^\d{1,3}(?:\.\d+)?$/, name: 'a decimal such as 83.41' });
const service = string({ pattern: SERVICE_NAME, name: 'a service name' });
const instant = string({ pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/, name: 'an instant in UTC' });
/** Where a document comes from; null where the machine did not say. */
const source = object({
    repository: nullable(string()),
    sha: nullable(string()),
    ref: nullable(string()),
    event: nullable(string()),
    runId: nullable(string()),
    runAttempt: nullable(integer(1)),
    workflowRef: nullable(string()),
    job: nullable(string()),
});
const patch = object({ covered: integer(), total: integer(), threshold: nullable(percent) });
/** What each action puts into `details`. A document with the outcome `error` may leave it empty: nothing was decided. */
const EVIDENCE_DETAILS = {
    'coverage-gate': object({
        covered: nullable(integer()),
        total: nullable(integer()),
        percent: nullable(percent),
        threshold: nullable(percent),
        risk: nullable(oneOf('read-only', 'write-path', 'money')),
        enforced: shape_boolean(),
        patch: nullable(patch),
    }),
    'publish-image': object({
        platforms: array(string()),
        reused: shape_boolean(),
        scan: object({
            tool: string(),
            severities: array(string()),
            findings: integer(),
            report: nullable(string()),
        }),
        sbom: object({ format: string(), sha256 }),
    }),
    'cosign-sign': object({
        format: oneOf('legacy', 'bundle'),
        signed: array(digest),
        skipped: array(digest),
        identity: string(),
        issuer: string(),
        logIndexes: array(integer()),
        predicates: array(object({ type: string(), sha256 })),
    }),
    'validate-digest': object({
        mediaType: nullable(string()),
        platforms: array(string()),
        checkedIn: nullable(string()),
    }),
    'gitops-bump': object({
        result: oneOf('created', 'updated', 'unchanged', 'merged-elsewhere', 'stale', 'skipped'),
        pullRequest: nullable(string()),
        overlay: nullable(string()),
        from: nullable(string()),
        to: nullable(string()),
    }),
};
const outcome = oneOf('pass', 'fail', 'would-fail', 'report', 'skipped', 'error');
const faultClass = oneOf('code', 'policy', 'configuration', 'infrastructure');
/** Every field but `details`, whose shape depends on `action`. */
const HEADER = {
    schema: oneOf(EVIDENCE_SCHEMA),
    service,
    outcome,
    reason: string(),
    source,
    files: array(object({ name: string({ pattern: /^(?!\.\.?$)[^/\\]+$/, name: 'a file name' }), sha256 })),
    createdAt: instant,
};
const OPTIONAL = { class: faultClass, image: string(), digest };
const nothing = object({});
function documentOf(action) {
    return objectWithOptional({ ...HEADER, action: oneOf(action), details: EVIDENCE_DETAILS[action] }, OPTIONAL);
}
function undecidedDocumentOf(action) {
    return objectWithOptional({ ...HEADER, action: oneOf(action), outcome: oneOf('error'), details: nothing }, OPTIONAL);
}
const ACTION_NAMES = Object.keys(EVIDENCE_DETAILS);
/** What is wrong with the shape of a parsed document: empty when it is evidence v1. */
function evidenceProblems(document) {
    const action = ACTION_NAMES.find((name) => hasAction(document, name));
    if (action === undefined)
        return [`evidence.action: expected one of ${ACTION_NAMES.join(', ')}`];
    const problems = documentOf(action).check(document, 'evidence');
    if (problems.length === 0 || undecidedDocumentOf(action).check(document, 'evidence').length === 0)
        return [];
    return problems;
}
function hasAction(document, name) {
    return typeof document === 'object' && document !== null && 'action' in document && document.action === name;
}
/** Evidence v1 as JSON Schema 2020-12. */
function evidenceJsonSchema() {
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: EVIDENCE_SCHEMA,
        title: 'Evidence of one bookstore action, version 1',
        anyOf: ACTION_NAMES.flatMap((name) => [documentOf(name).schema, undecidedDocumentOf(name).schema]),
    };
}

;// CONCATENATED MODULE: ./src/kit/markdown.ts
/**
 * Untrusted text as inline markdown that reads exactly as the text: nothing in it becomes markup, HTML, a link, a mention,
 * an issue reference or an emoji. Line breaks become spaces; control and bidirectional characters are shown as code points.
 *
 * @example text('*@org/team* <b>') // \*\@\u200borg\/team\* \<b\>
 */
function markdown_text(untrusted) {
    return trusted(plain(untrusted).replace(/[!-/:-@[-`{-~]/g, '\\$&'));
}
/**
 * Untrusted text that GitHub does not look into: a zero-width space stands in `@name`, `#1`, `GH-1` and `:100:`. GitHub finds these
 * in the finished HTML, where a backslash would be gone.
 */
function plain(untrusted) {
    return visible(untrusted).replace(/@|#(?=\w)|\bGH-(?=\d)|:(?=[\w+-]+:)/gi, '$&\u200b');
}
/** Untrusted text in a monospaced font. */
function code(untrusted) {
    const shown = visible(untrusted).trim();
    if (shown === '')
        return trusted('');
    // in a code span a backtick would need a longer fence, and a pipe cannot be written in a table cell after a backslash
    return trusted(/[`|]/.test(shown) ? `<code>${markdown_text(shown)}</code>` : `\`${shown}\``);
}
/** A link to an address of ours or of GitHub's, never to one that came from elsewhere. */
function markdown_link(label, address) {
    return trusted(`[${label}](<${address.replace(/[<>\s\\]/g, encodeURIComponent)}>)`);
}
/** Untrusted text of several lines as it is, in a block that it cannot end. */
function codeBlock(language, untrusted) {
    const shown = untrusted
        .split(/\r\n|[\r\n]/)
        .map((line) => hiddenShown(line.replaceAll('\t', '    ')))
        .join('\n')
        .trimEnd();
    const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return trusted(`${fence}${language}\n${shown}\n${fence}`);
}
/** The paragraphs and blocks, with a blank line between them. */
function blocks(...parts) {
    return trusted(parts.filter((part) => part !== '').join('\n\n'));
}
/** Markdown of constant text around values that are markdown already: md`**${text(name)}** passed`. */
function md(constant, ...values) {
    return trusted(String.raw({ raw: constant }, ...values));
}
function join(parts, separator) {
    return trusted(parts.join(separator));
}
function heading(level, content) {
    return trusted(`${'#'.repeat(level)} ${content}`);
}
function bullets(items) {
    return trusted(items.map((item) => `- ${item}`).join('\n'));
}
/** A table; a column whose name ends with `:` is aligned to the right. */
function table(columns, rows) {
    if (rows.length === 0)
        return trusted('');
    const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return trusted([
        row(columns.map((name) => name.replace(/:$/, ''))),
        row(columns.map((name) => (name.endsWith(':') ? '---:' : '---'))),
        ...rows.map(row),
    ].join('\n'));
}
/** A section that is folded until it is opened; its title is plain text. */
function details(title, body) {
    const label = plain(title).replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
    return trusted(`<details><summary>${label}</summary>\n\n${body}\n\n</details>`);
}
/**
 * Cuts markdown at a line so that it fits, and says so.
 *
 * @param limit in bytes of UTF-8
 */
function fit(markdown, limit) {
    const note = '\n\n_The rest did not fit into the summary._';
    const close = '\n\n</details>';
    if (byteLength(markdown) <= limit)
        return markdown;
    const kept = [];
    let open = 0;
    let bytes = byteLength(note);
    for (const line of markdown.split('\n')) {
        // a section that is cut has to be closed, or it would fold the note in
        const opened = line.startsWith('<details>') ? 1 : line === '</details>' ? -1 : 0;
        bytes += byteLength(line) + 1 + opened * close.length;
        if (bytes > limit)
            break;
        open += opened;
        kept.push(line);
    }
    return trusted(kept.join('\n') + close.repeat(open) + note);
}
function byteLength(value) {
    return new TextEncoder().encode(value).length;
}
function cell(content) {
    return content.replace(/(?<!\\)\|/g, '\\|').replace(/\n/g, ' ');
}
function visible(untrusted) {
    return hiddenShown(untrusted.replace(/\s+/g, ' '));
}
function hiddenShown(line) {
    return line.replace(HIDDEN, (character) => `[U+${codePoint(character).toString(16).toUpperCase().padStart(4, '0')}]`);
}
/** Control characters, those that change how others are shown (direction, joining, nothing at all), and halves of pairs. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
function codePoint(character) {
    return character.codePointAt(0) ?? 0;
}
function trusted(value) {
    return value;
}

;// CONCATENATED MODULE: ./src/kit/fault-report.ts


/**
 * The report of an action that could not decide: a {@link Fault}, several of them, or a bug, which says that it is one.
 *
 * @param secrets what must not be in it: a mask hides it in the log, not in outputs and evidence
 */
function faultReport(action, error, secrets = []) {
    const faults = error instanceof Faults ? error.faults : error instanceof Fault ? [error] : [];
    const without = (text) => secrets
        .toSorted((one, other) => other.length - one.length)
        .reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    const reason = without(faults.length > 0 ? error.message : `unexpected error, please report it: ${fault_report_describe(error)}`);
    // what the world did not let be decided may be all that is wrong
    const fault = faults.find((each) => each.class === 'infrastructure') ?? faults[0];
    const each = faults.length > 1 ? faults.map(({ code, message }) => ({ code, message: without(message) })) : [];
    const said = { outcome: 'error', reason };
    return {
        conclusion: 'failure',
        headline: reason,
        log: [],
        outputs: Object.fromEntries(Object.entries(said).filter(([name]) => action.outputs.includes(name))),
        summary: blocks(heading(3, markdown_text(`${action.name}: could not decide`)), each.length === 0
            ? markdown_text(reason)
            : bullets(each.map(({ code: name, message }) => md `${code(name)} ${markdown_text(message)}`))),
        annotations: each.map(({ code: title, message }) => ({ level: 'error', title, message })),
        files: [],
        evidence: { outcome: 'error', ...(fault && { class: fault.class }), reason, details: {} },
    };
}
function fault_report_describe(error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

;// CONCATENATED MODULE: ./src/domain/shared/input-faults.ts

/** What goes wrong before an action has begun. */
const INPUT_FAULTS = {
    'input-invalid': {
        class: 'configuration',
        meaning: 'Inputs are missing, malformed or contradict each other; all of them are named',
        cure: 'Correct the `with:` block of the step; an expression such as ${{ vars.X }} that resolves to nothing counts as not given.',
    },
};
const inputsFault = faultsOf(INPUT_FAULTS);

;// CONCATENATED MODULE: ./src/kit/input-spec.ts

function required(kind) {
    return field(kind, { required: true });
}
function optional(kind) {
    return field(kind, {});
}
/** The default is a text in the input's own form and the same as in action.yml. */
function withDefault(kind, text) {
    return field(kind, { default: text });
}
/** Hands a malformed value on as a problem, for an action in which only some runs may stop because of it. */
function deferred(kind) {
    return {
        ...field(kind, {}),
        deferred: true,
        value: (read) => (read === undefined || 'problem' in read ? read : { value: read.parsed }),
    };
}
function field(kind, options) {
    return {
        kind,
        default: options.default,
        required: options.required ?? false,
        secret: false,
        deferred: false,
        // the only place where the type of a parsed value is taken on trust: it came from this field's own kind
        value: (read) => (read !== undefined && 'parsed' in read ? read.parsed : undefined),
    };
}
/** Any text without surrounding white space. */
function input_spec_text(expected) {
    return { expected, parse: (value) => value };
}
/** A value that parses itself: an error's message says the accepted form. */
function using(expected, parse) {
    return { expected, parse };
}
/** The booleans of YAML's core schema that GitHub's toolkit accepts: `true`, `True`, `TRUE` and their counterparts. */
function flag() {
    return using('true or false', (value) => {
        if (/^(?:true|True|TRUE)$/.test(value))
            return true;
        if (/^(?:false|False|FALSE)$/.test(value))
            return false;
        throw new RangeError('true or false');
    });
}
function input_spec_oneOf(...values) {
    const expected = `one of ${values.join(', ')}`;
    return using(expected, (value) => {
        const known = values.find((candidate) => candidate === value);
        if (known === undefined)
            throw new RangeError(expected);
        return known;
    });
}
/** An integer of decimal digits. */
function input_spec_integer(minimum) {
    const expected = `an integer from ${minimum}, in decimal digits`;
    return using(expected, (value) => {
        const number = Number(value);
        if (!/^\d{1,15}$/.test(value) || number < minimum)
            throw new RangeError(expected);
        return number;
    });
}
/** One value per line; blank lines are passed over. */
function lines(kind) {
    return using(`one per line: ${kind.expected}`, (value) => value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line) => kind.parse(line)));
}
/**
 * Reads every input of a spec. An empty text equals an absent one, and an absent one equals its default.
 *
 * @throws {Fault} `input-invalid`, naming every input that is wrong.
 */
function readInputs(spec, read) {
    const readings = Object.entries(spec).map(([name, field]) => ({
        name,
        field,
        reading: readInput(name, field, read),
    }));
    const problems = readings.flatMap(({ reading }) => reading && 'problem' in reading ? [reading.problem] : []);
    const fatal = readings.some(({ field, reading }) => reading && 'problem' in reading && !field.deferred);
    if (fatal)
        throw inputFault(problems);
    return Object.fromEntries(readings.map(({ name, field, reading }) => [camelCase(name), field.value(reading)]));
}
function readInput(name, field, read) {
    const given = read(name)?.trim() ?? '';
    const text = given === '' ? field.default : given;
    if (text === undefined) {
        return field.required
            ? { problem: { input: name, seen: undefined, expected: field.kind.expected } }
            : undefined;
    }
    const seen = field.secret ? '***' : text;
    const { expected } = field.kind;
    if (UNEXPANDED.test(text)) {
        return { problem: { input: name, seen, expected: `${expected} (an expression in it was not expanded)` } };
    }
    try {
        return { parsed: field.kind.parse(text) };
    }
    catch (error) {
        // of a secret the parser's own message is not shown: it may quote what it could not read
        const accepted = error instanceof Error && !field.secret ? error.message : expected;
        return { problem: { input: name, seen, expected: accepted } };
    }
}
const UNEXPANDED = /\$\{\{.*?\}\}/s;
/** The fault for inputs that cannot be used, all of them named at once. */
function inputFault(problems) {
    const [first] = problems;
    const single = problems.length === 1 ? first : undefined;
    return inputsFault('input-invalid', {
        subject: single ? `input "${single.input}"` : `${problems.length} inputs`,
        detail: single
            ? problemText(single)
            : problems.map((problem) => `"${problem.input}" ${problemText(problem)}`).join('; '),
    });
}
function problemText({ seen, expected }) {
    return seen === undefined
        ? `is not given; expected ${expected}`
        : `is ${JSON.stringify(seen)}; expected ${expected}`;
}
/** The values to mask before the first line is printed. */
function secretsOf(spec, read) {
    return Object.entries(spec)
        .filter(([, field]) => field.secret)
        .map(([name]) => read(name)?.trim() ?? '')
        .filter((value) => value !== '');
}
function secret(field) {
    return { ...field, secret: true };
}
function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

;// CONCATENATED MODULE: ./src/domain/evidence/artifact-faults.ts

/** What can be wrong with an artifact that carries a digest, and with evidence on its way. */
const ARTIFACT_FAULTS = {
    'artifact-missing': {
        class: 'configuration',
        meaning: 'No job of this run has uploaded the artifact, or that of one of `services`',
        cure: 'Let the job that pushes the image run validate-digest with `publish-artifact: true`, and name that job under `needs`.',
    },
    'artifact-unexpected': {
        class: 'policy',
        meaning: 'An artifact matches the pattern and belongs to none of `services`',
        cure: 'Name its service under `services`, or find out which job uploaded it.',
    },
    'artifact-unpinned': {
        class: 'configuration',
        meaning: 'There is an artifact, and neither `digest` nor `artifact-evidence-sha256` from the job that published it',
        cure: 'Declare the outputs `digest` and `evidence-sha256` of the publishing step as outputs of its job, and give them as `digest` and `artifact-evidence-sha256`; check the names in the expressions, as a mistyped one is empty.',
    },
    'artifact-unreadable': {
        class: 'policy',
        meaning: 'An artifact is no zip archive, too large, damaged, or holds a path that leads out of it or that does not belong',
        cure: 'An artifact with a digest holds digest.txt and evidence/<action>.json, nothing else: let validate-digest make it with `publish-artifact: true`.',
    },
    'artifact-altered': {
        class: 'policy',
        meaning: 'An artifact is not what the job that published it has vouched for',
        cure: 'Another job uploaded an artifact of that name, or `artifact-evidence-sha256` is that of another run: re-run the job that publishes it.',
    },
    'artifact-taken': {
        class: 'configuration',
        meaning: 'There is an artifact of the name already, and it is not one that an earlier attempt of this job has uploaded',
        cure: 'Give each step that publishes, and each leg of a matrix, a `service` of its own; where there is only one, find out which job uploads an artifact of this name.',
    },
    'artifact-unsupported': {
        class: 'configuration',
        meaning: 'The runner is one of GitHub Enterprise Server, which has no artifacts of this kind',
        cure: 'Leave `artifact` and `publish-artifact` out: hand the digest on as a job output, and give it as `digest`.',
    },
    'artifact-service': {
        class: 'infrastructure',
        meaning: 'The artifact service of GitHub Actions cannot be used, or did not answer',
        cure: 'Artifacts are there on GitHub.com runners only, and in steps of actions; re-run the job if the service had a failure.',
    },
    'evidence-ambiguous': {
        class: 'configuration',
        meaning: 'Two evidence files are of the same action',
        cure: 'Give one of them: a later job could not tell which of the two counts.',
    },
};
const artifactFault = faultsOf(ARTIFACT_FAULTS);

;// CONCATENATED MODULE: ./src/domain/evidence/read-evidence.ts



/** How much of a value that somebody else wrote is repeated in a message, in characters. */
const MAX_SHOWN = 200;
/** The largest document that is read, in bytes of UTF-8. */
const MAX_EVIDENCE_BYTES = 256 * 1024;
const EVIDENCE_FAULTS = {
    'evidence-missing': {
        class: 'configuration',
        meaning: 'A line of `evidence` names no file, or a folder without evidence',
        cure: 'Name the `evidence` output of a step of this job, or a file of an artifact that was downloaded before this step.',
    },
    'evidence-altered': {
        class: 'policy',
        meaning: 'An evidence file does not have the SHA-256 that its line pins',
        cure: 'Take path and SHA-256 from the outputs of the same step; if they are, something wrote to the file since.',
    },
    'evidence-too-large': {
        class: 'policy',
        meaning: 'An evidence file is larger than 256 KiB',
        cure: 'Evidence is written by these actions alone; find out which step wrote this file.',
    },
    'evidence-malformed': {
        class: 'policy',
        meaning: 'An evidence file is not evidence v1',
        cure: 'Use the same release of the actions in every job; do not edit evidence.',
    },
    'evidence-foreign': {
        class: 'policy',
        meaning: 'An evidence file belongs to another repository, commit, run, service or digest',
        cure: 'Take the artifact and the job outputs of this run; re-run the job that publishes them.',
    },
};
const evidenceFault = faultsOf(EVIDENCE_FAULTS);
/**
 * Reads evidence that another job wrote.
 *
 * @param name the file's name, for messages
 * @param bytes the file as it was read
 * @throws {Fault} with a code of {@link EVIDENCE_FAULTS}
 */
function readEvidence(name, bytes, owner) {
    if (bytes.length > MAX_EVIDENCE_BYTES) {
        throw evidenceFault('evidence-too-large', {
            subject: name,
            detail: `it has ${bytes.length} bytes, and evidence has at most ${MAX_EVIDENCE_BYTES}`,
        });
    }
    const document = parse(name, bytes);
    refuseStrangers(name, document, owner);
    return document;
}
function parse(name, bytes) {
    const malformed = (detail, cause) => {
        throw evidenceFault('evidence-malformed', { subject: name, detail, cause });
    };
    let document;
    try {
        document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (error) {
        return malformed('it is not JSON in UTF-8', error);
    }
    if (!isRecord(document) || document['schema'] !== EVIDENCE_SCHEMA) {
        return malformed(`its schema is not ${EVIDENCE_SCHEMA}`);
    }
    const problems = evidenceProblems(document);
    if (problems.length > 0)
        return malformed(problems
            .slice(0, 5)
            .map((problem) => problem.slice(0, MAX_SHOWN))
            .join('; '));
    return document;
}
/** The service that the document should name: its own where that is one of several. */
function serviceOf({ service }, owner) {
    const own = typeof owner.service === 'string' ? [owner.service] : owner.service;
    return own.includes(service) ? service : own.join(' or ');
}
function refuseStrangers(name, document, owner) {
    const claims = [
        ['repository', document.source.repository, owner.repository],
        ['commit', document.source.sha, owner.sha],
        ['run', document.source.runId, owner.runId],
        ['service', document.service, serviceOf(document, owner)],
        ...(owner.digest === undefined ? [] : [['digest', document.digest, owner.digest]]),
    ];
    const strange = claims.filter(([, claimed, own]) => own === undefined || claimed !== own);
    if (strange.length === 0)
        return;
    throw evidenceFault('evidence-foreign', {
        subject: name,
        detail: strange
            .map(([what, claimed, own]) => `its ${what} is ${claimed?.slice(0, MAX_SHOWN) ?? 'not given'}, expected ${own ?? 'one that this machine does not name'}`)
            .join('; '),
    });
}

;// CONCATENATED MODULE: ./src/domain/evidence/taken-artifact.ts



/** How much of a name that somebody else wrote is repeated in a message, in characters. */
const taken_artifact_MAX_SHOWN = 100;
/**
 * Lets an artifact take the place of one that an earlier attempt of the same job has uploaded, and of no other: the evidence in it says
 * whose it is. One that lies about that is not worth keeping, as what is trusted of an artifact is pinned by job outputs. The legs of a
 * matrix have one job name: that of another leg is told apart within an attempt alone.
 *
 * @param held the files of the artifact that lies there
 * @param own the evidence that is to be uploaded
 * @throws {Fault} `artifact-taken`
 */
function refuseTaken(name, held, own) {
    const taken = takenBy(held, own);
    if (taken !== undefined)
        throw artifactFault('artifact-taken', { subject: `artifact ${name}`, detail: taken });
}
/** Whose it is, as a sentence; undefined where it is of an earlier attempt of the same job. */
function takenBy(held, own) {
    const path = `evidence/${own.action}.json`;
    const file = held.find((candidate) => candidate.path === path);
    if (file === undefined)
        return `one lies there that ${own.action} did not upload, as it does not hold ${path}`;
    const { repository, sha, runId, job, runAttempt } = own.source;
    const owner = {
        repository: repository ?? undefined,
        sha: sha ?? undefined,
        runId: runId ?? undefined,
        service: own.service,
    };
    try {
        const { source } = readEvidence(path, file.bytes, owner);
        if (job === null || source.job !== job)
            return `job ${shown(source.job)} of this run has uploaded one`;
        if (runAttempt === null)
            return 'one lies there, and this machine does not name the attempt of the run';
        if (source.runAttempt === null || source.runAttempt >= runAttempt) {
            return `a step of job ${shown(job)} has uploaded one in this attempt of the run already`;
        }
        return undefined;
    }
    catch (error) {
        if (!(error instanceof Fault))
            throw error;
        return `one lies there that is not of this run and service: ${error.detail}`;
    }
}
function shown(job) {
    return job === null ? 'without a name' : JSON.stringify(job.slice(0, taken_artifact_MAX_SHOWN));
}

;// CONCATENATED MODULE: ./src/kit/hand-over.ts

/** Writes the files of an artifact, and gives what the evidence says of them. */
async function writeArtifact({ files }, folder, { writer }) {
    const written = [];
    for (const { path, content } of files) {
        const sha256 = await writer.write(`${rootOf(folder)}/${path}`, content);
        written.push({ name: path.slice(path.lastIndexOf('/') + 1), sha256 });
    }
    return written;
}
/**
 * Uploads the artifact together with the evidence that vouches for it, in place of that of an earlier attempt of the job.
 *
 * @throws {Fault} `artifact-taken` where the name is another's
 */
async function handOver({ name, files }, evidence, folder, { writer, artifacts }) {
    if (artifacts === undefined)
        throw new TypeError('an artifact is to be published, and there is no publisher');
    const root = rootOf(folder);
    const path = `${root}/evidence/${evidence.document.action}.json`;
    await writer.write(path, evidence.content);
    await artifacts.publish(name, root, [...files.map((file) => `${root}/${file.path}`), path], (held) => {
        refuseTaken(name, held, evidence.document);
    });
}
/** A folder of its own: the files of an artifact never meet those of the job. */
function rootOf(folder) {
    return `${folder}/artifact`;
}

;// CONCATENATED MODULE: ./src/kit/execute.ts






/** GitHub shows nothing of a job summary that is larger than 1 MiB. */
const SUMMARY_BYTES = 1_000_000;
/** GitHub keeps this many annotations of each level per step and cuts their messages at this many characters. */
const ANNOTATIONS_PER_LEVEL = 10;
const ANNOTATION_CHARACTERS = 4096;
/**
 * Runs an action and publishes its report: the only place that writes evidence, files and outputs, and that decides whether the
 * step is red. Whatever is thrown turns it red, and what is known is published all the same.
 */
async function execute(action, shell, ports) {
    const { runner, log } = shell;
    const secrets = secretsOf(action.inputs, (name) => runner.input(name));
    for (const secret of secrets)
        log.mask(secret);
    try {
        // whatever becomes of this run, what an earlier one said of the service is not what it says
        await clear(action, shell);
        const report = await action.run(readInputs(action.inputs, (name) => runner.input(name)), runner.context(), ports);
        await publish(action, report, shell);
    }
    catch (error) {
        if (error instanceof Error)
            log.debug(error.stack ?? error.message);
        await publish(action, faultReport(action, error, secrets), shell);
    }
}
async function publish(action, report, shell) {
    const written = await writeFiles(action, report, shell).catch((error) => {
        if (report.conclusion === 'success')
            throw error;
        // evidence of a failure is worth having, and a disk that takes none is not worth hiding the failure for
        shell.log.info(`No evidence was written: ${error instanceof Error ? error.message : String(error)}`);
        return {};
    });
    for (const line of report.log)
        shell.log.info(line);
    const annotated = report.annotations.some(({ message }) => message === report.headline);
    if (report.conclusion === 'success' && !annotated)
        shell.log.info(`${action.name}: ${report.headline}`);
    await shell.runner.publish({
        ...publicationOf(action, report),
        outputs: { ...defined(report.outputs), ...written },
    });
}
function publicationOf(action, report) {
    const failed = report.conclusion === 'failure';
    const verdict = { level: 'error', title: action.name, message: report.headline };
    return {
        annotations: withinLimits(failed ? [verdict, ...report.annotations] : report.annotations),
        summary: fit(report.summary, SUMMARY_BYTES),
        failed,
    };
}
/** Writes the report's files and its evidence, and gives the outputs that point at them. */
async function writeFiles(action, report, shell) {
    const service = execute_serviceOf(shell.runner);
    if (service === undefined)
        return {};
    await clear(action, shell);
    const context = shell.runner.context();
    const folder = folderOf(context, service);
    const outputs = {};
    const files = [];
    for (const { name, content, pathOutput, digestOutput } of report.files) {
        if (!action.files.includes(name))
            throw new TypeError(`${action.name} does not declare the file ${name}`);
        const sha256 = await shell.writer.write(`${folder}/${name}`, content);
        files.push({ name, sha256 });
        outputs[pathOutput] = `${folder}/${name}`;
        if (digestOutput !== undefined)
            outputs[digestOutput] = sha256;
    }
    if (report.artifact)
        files.push(...(await writeArtifact(report.artifact, folder, shell)));
    const path = `${folder}/${evidenceName(action)}`;
    const document = evidenceOf(action, report.evidence, {
        service,
        context,
        files,
        createdAt: shell.clock.now(),
    });
    const content = `${JSON.stringify(document, null, 2)}\n`;
    outputs['evidence-sha256'] = await shell.writer.write(path, content);
    outputs['evidence'] = path;
    if (report.artifact)
        await handOver(report.artifact, { document, content }, folder, shell);
    return outputs;
}
/** Removes what the action can have left of the service: the evidence first, as it is what pins the rest. */
async function clear(action, { runner, writer }) {
    const service = execute_serviceOf(runner);
    if (service === undefined)
        return;
    const folder = folderOf(runner.context(), service);
    for (const name of [evidenceName(action), ...action.files])
        await writer.remove(`${folder}/${name}`);
}
function folderOf({ temp }, service) {
    return `${temp}/evidence/${service.text}`;
}
function evidenceName({ name }) {
    return `${name}.json`;
}
function evidenceOf(action, claim, known) {
    const document = {
        schema: EVIDENCE_SCHEMA,
        action: action.name,
        service: known.service.text,
        ...claim,
        source: sourceOf(known.context),
        files: known.files,
        createdAt: known.createdAt,
    };
    const problems = evidenceProblems(document);
    if (problems.length > 0)
        throw new TypeError(`the evidence to be written is not evidence v1: ${problems.join('; ')}`);
    return document;
}
function sourceOf(context) {
    return {
        repository: context.repository ?? null,
        sha: context.sha ?? null,
        ref: context.ref ?? null,
        event: context.event ?? null,
        runId: context.runId ?? null,
        runAttempt: context.runAttempt ?? null,
        workflowRef: context.workflowRef ?? null,
        job: context.job ?? null,
    };
}
function execute_serviceOf(runner) {
    try {
        return ServiceName.parse(runner.input('service')?.trim() ?? '');
    }
    catch {
        return undefined;
    }
}
function withinLimits(annotations) {
    const counts = { error: 0, warning: 0, notice: 0 };
    return annotations
        .filter(({ level }) => ++counts[level] <= ANNOTATIONS_PER_LEVEL)
        .map((annotation) => ({ ...annotation, message: annotation.message.slice(0, ANNOTATION_CHARACTERS) }));
}
function defined(outputs) {
    return Object.fromEntries(Object.entries(outputs).filter((entry) => entry[1] !== undefined));
}

;// CONCATENATED MODULE: ./src/domain/coverage/counts.ts
function sum(all) {
    let covered = 0;
    let total = 0;
    for (const counts of all) {
        covered += counts.covered;
        total += counts.total;
    }
    return { covered, total };
}
/**
 * Covered / total as a decimal, cut off and never rounded, so that what is shown is never more than what is: 1599 of 2000 is
 * `79.95`, and only all of them are `100.00`. Undefined where there is nothing to cover.
 *
 * @param decimals digits behind the point, at least 1; with at least as many as the threshold has, the text contradicts no verdict
 */
function percentText({ covered, total }, decimals = 2) {
    if (total === 0)
        return undefined;
    const scale = 10n ** BigInt(decimals);
    const scaled = (BigInt(covered) * 100n * scale) / BigInt(total);
    const digits = scaled.toString().padStart(decimals + 1, '0');
    return `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`;
}

;// CONCATENATED MODULE: ./src/domain/coverage/decide.ts

/** Applies the policy to what was measured. The total is never empty: that is a fault before it comes here. */
function decide(counts, patch, policy, patchPolicy, enforcement) {
    const total = measure(counts, policy.threshold);
    const measured = patch && patch.counts.total > 0 ? measure(patch.counts, patchPolicy.threshold) : undefined;
    const binding = measured?.threshold !== undefined && measured.counts.total >= patchPolicy.minimum;
    const reached = total.reached && (!binding || measured.reached);
    return {
        verdict: verdictOf(reached, policy.threshold !== undefined || binding, enforcement.enforced),
        enforcement,
        total,
        patch: measured && { ...measured, binding },
    };
}
function verdictOf(reached, asked, enforced) {
    if (!asked)
        return 'report';
    if (reached)
        return 'pass';
    return enforced ? 'fail' : 'would-fail';
}
function measure(counts, threshold) {
    return {
        counts,
        percent: percentText(counts, Math.max(2, threshold?.decimals ?? 0)) ?? '0.00',
        threshold,
        reached: threshold?.isReachedBy(counts) ?? true,
        missing: threshold?.missingFrom(counts) ?? 0,
    };
}

;// CONCATENATED MODULE: ./src/domain/shared/ref-pattern.ts
/** Whether a text is a pattern of full refs: `refs/heads/…` or `refs/tags/…`, so that a branch called `v1.0.0` is not a tag. */
function isRefPattern(text) {
    return /^refs\/(?:heads|tags)\/[^\s~^:\\]+$/.test(text);
}
/**
 * Whether a full ref matches a pattern. Only `*`, `**` and `?` are special: a branch may be called `a(b)|c`.
 *
 * @param pattern `*` matches within one segment, `**` across segments, `?` one character of a segment
 * @example matchesRef('refs/heads/release/*', 'refs/heads/release/1.4') // true, and release/1.4/x is not matched
 */
function matchesRef(pattern, ref) {
    const source = pattern.replace(/\*\*\/|\*\*|[^]/g, (part) => WILDCARDS[part] ?? part.replace(/\W/, '\\$&'));
    return new RegExp(`^${source}$`).test(ref);
}
const WILDCARDS = {
    '**/': '(?:.*/)?',
    '**': '.*',
    '*': '[^/]*',
    '?': '[^/]',
};

;// CONCATENATED MODULE: ./src/domain/coverage/percent.ts
const DECIMAL = /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)$/;
/**
 * A percentage from 0 to 100 as an exact fraction, never a floating-point number: 82.5 is 825 / 10.
 *
 * @example Percent.parse('82.5').isReachedBy({ covered: 33, total: 40 }) // true: 33·100·10 ≥ 825·40
 */
class Percent {
    /** The text it was parsed from, without a sign or surrounding space. */
    text;
    #numerator;
    #denominator;
    constructor(text) {
        const [whole = '', fraction = ''] = text.split('.');
        this.text = text;
        this.#numerator = BigInt(whole + fraction);
        this.#denominator = 10n ** BigInt(fraction.length);
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        if (!DECIMAL.test(text))
            throw new RangeError('a decimal from 0 to 100 without a percent sign, such as 80 or 82.5');
        return new Percent(text);
    }
    /** How many digits it has behind the point. */
    get decimals() {
        return this.text.split('.')[1]?.length ?? 0;
    }
    /** Whether covered / total is at least this percentage, in integers. Nothing reaches any percentage of nothing. */
    isReachedBy({ covered, total }) {
        return total > 0 && BigInt(covered) * 100n * this.#denominator >= this.#numerator * BigInt(total);
    }
    /** How many more must be covered until the percentage is reached; 0 when it is. */
    missingFrom({ covered, total }) {
        const divisor = 100n * this.#denominator;
        const needed = (this.#numerator * BigInt(total) + divisor - 1n) / divisor;
        return Math.max(0, Number(needed) - covered);
    }
}

;// CONCATENATED MODULE: ./src/domain/coverage/policy.ts


/**
 * The calibrated policies:
 *
 * | risk | threshold | enforced on |
 * |---|---|---|
 * | read-only | none | never: a bug is a refresh |
 * | write-path | 70 | publishing refs and the merge queue: a bug is an inconsistent order |
 * | money | 80 | every event: a bug is a double charge |
 */
const RISK_POLICIES = {
    'read-only': { risk: 'read-only', threshold: undefined, enforceOn: 'never' },
    'write-path': { risk: 'write-path', threshold: Percent.parse('70'), enforceOn: 'main' },
    money: { risk: 'money', threshold: Percent.parse('80'), enforceOn: 'all' },
};
/**
 * Whether a package that no profile mentions leaves the coverage unknown. Where a bug is a double charge it does: the number would be
 * that of the tested part.
 */
function needsEveryPackage({ risk }) {
    return risk === 'money';
}
/** Stands for the repository's default branch in a list of ref patterns. */
const DEFAULT_BRANCH = '{default-branch}';
/** Refs that images are published from, unless configured. */
const PUBLISHING_REFS = [DEFAULT_BRANCH, 'refs/heads/release/*', 'refs/tags/v*'];
/** Events that run for the ref they name. */
const REF_EVENTS = new Set(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch']);
/** Events that propose a change; the second has no special power here. */
const PROPOSALS = new Set(['pull_request', 'pull_request_target']);
/**
 * Whether a miss stops the job. What is not known is enforced: an event that is not in the table, an unknown ref or default branch.
 *
 * @param mainRefs patterns of full refs; `*` matches within one segment, `**` across segments
 */
function enforcement(enforceOn, mainRefs, event) {
    if (enforceOn === 'never')
        return { enforced: false, because: 'this service is never stopped by its coverage' };
    if (enforceOn === 'all')
        return { enforced: true, because: 'every event of this service is enforced' };
    const { name } = event;
    if (name !== undefined && PROPOSALS.has(name)) {
        return { enforced: false, because: `a ${name} is informational; main will be enforced` };
    }
    if (name === 'merge_group')
        return refEnforcement(mainRefs, event.mergeGroupBase, event, 'the merge queue of ');
    if (name !== undefined && REF_EVENTS.has(name))
        return refEnforcement(mainRefs, event.ref, event, '');
    return {
        enforced: true,
        because: name === undefined ? 'the event is not known' : `the event ${name} is not in the table`,
    };
}
function refEnforcement(mainRefs, ref, { defaultBranch }, prefix) {
    if (ref === undefined)
        return { enforced: true, because: 'the ref is not known' };
    const branch = defaultBranch === undefined ? undefined : `refs/heads/${defaultBranch}`;
    const publishes = mainRefs.some((pattern) => pattern === DEFAULT_BRANCH ? ref === branch : matchesRef(pattern, ref));
    if (publishes)
        return { enforced: true, because: `${prefix}${ref} publishes` };
    if (defaultBranch === undefined && mainRefs.includes(DEFAULT_BRANCH)) {
        return { enforced: true, because: `the default branch is not known, and ${ref} could be it` };
    }
    return { enforced: false, because: `${prefix}${ref} does not publish` };
}
/** A pattern of full refs, or {@link DEFAULT_BRANCH}. @throws {RangeError} with the accepted form. */
function parseMainRef(text) {
    if (text === DEFAULT_BRANCH || isRefPattern(text))
        return text;
    throw new RangeError(`a full ref or pattern such as refs/heads/main, refs/tags/v* or ${DEFAULT_BRANCH}`);
}

;// CONCATENATED MODULE: ./src/domain/coverage/faults.ts

/** Why coverage could not be decided. A number below a threshold is a verdict and not here. */
const COVERAGE_FAULTS = {
    'profile-not-found': {
        class: 'code',
        meaning: 'A line of `profile` matches no file',
        cure: 'Run the tests with -coverprofile before this step, in the same job, and name the file they wrote.',
    },
    'profile-is-directory': {
        class: 'configuration',
        meaning: 'A line of `profile` names a folder, or the binary files of GOCOVERDIR',
        cure: 'Convert them first: go tool covdata textfmt -i=<folder> -o=coverage.out, and name coverage.out.',
    },
    'profile-empty': {
        class: 'code',
        meaning: 'A profile has no bytes',
        cure: 'Look at the test step: it was killed, or its output was redirected.',
    },
    'profile-no-statements': {
        class: 'code',
        meaning: 'The profiles hold no statement, or every one of them is excluded',
        cure: 'Give -coverpkg the packages to measure (./...), and check `exclude`.',
    },
    'profile-format-unknown': {
        class: 'configuration',
        meaning: 'A file is neither a Go coverage profile nor LCOV',
        cure: 'Name a file that begins with "mode:" (Go) or holds "SF:" records (LCOV), or say which it is with `format`.',
    },
    'profile-malformed': {
        class: 'code',
        meaning: 'A line of a profile cannot be read',
        cure: 'The file was cut off or edited: run the tests again and do not write into the profile.',
    },
    'profile-formats-mixed': {
        class: 'configuration',
        meaning: 'Go profiles and LCOV files are given together; they count different things',
        cure: 'Use one step per format, each with a service name of its own.',
    },
    'profile-inconsistent': {
        class: 'code',
        meaning: 'Two lines give the same block a different number of statements',
        cure: 'The profiles are of different revisions or toolchains: make all of them in one job, from one checkout.',
    },
    'profile-overlapping': {
        class: 'code',
        meaning: 'Blocks of one file overlap without being the same',
        cure: 'The profiles are of different revisions or Go releases: make all of them in one job, with one toolchain.',
    },
    'profile-inflated': {
        class: 'code',
        meaning: 'Blocks hold more statements than lines, which looks like Go 1.27.0 (golang/go#80974)',
        cure: 'Make the profile with Go 1.27.3 or newer, or with 1.26: the totals of 1.27.0 are wrong.',
    },
    'profile-stale': {
        class: 'code',
        meaning: 'A profile speaks of lines that the source file does not have',
        cure: 'The profile is of another revision: delete it before the tests run, and run them in this job.',
    },
    'profile-unmapped': {
        class: 'configuration',
        meaning: 'There is a go.mod, and most files of the profile are not in the checkout',
        cure: 'Set `working-directory` to the folder that holds the go.mod of the measured module.',
    },
    'package-unmeasured': {
        class: 'configuration',
        meaning: 'A Go package with statements is in no profile, so that the number does not count it, under `risk: money`',
        cure: 'Give -coverpkg all packages (./...), set `working-directory` to the folder of the service, or name the files in `exclude`.',
    },
    'module-ambiguous': {
        class: 'configuration',
        meaning: 'Several go.mod files of the checkout declare the module of a measured file',
        cure: 'Set `working-directory` to the folder of the go.mod whose tests made the profile.',
    },
    'folder-not-found': {
        class: 'configuration',
        meaning: '`working-directory` is not a folder of the workspace',
        cure: 'Name the folder of the service, relative to the workspace, and check out the repository before this step.',
    },
    'checkout-foreign': {
        class: 'configuration',
        meaning: 'The commit that is checked out is not the one that the run is for',
        cure: 'Measure the commit of the event: give actions/checkout no `ref`, or on pull_request_target the head of the pull request.',
    },
    'diff-unavailable': {
        class: 'configuration',
        meaning: 'The changed lines could not be had from git, and `patch-threshold` needs them',
        cure: 'Give actions/checkout `fetch-depth: 0`, so that the clone holds the base of the change.',
    },
    'patch-unmeasured': {
        class: 'code',
        meaning: 'A changed Go file with functions is in no profile, and `patch-threshold` needs it',
        cure: 'Add its package to -coverpkg (./...), or name the file in `exclude`, as one that is built for another platform or tag.',
    },
};
const coverageFault = faultsOf(COVERAGE_FAULTS);

;// CONCATENATED MODULE: ./src/domain/coverage/go-tokens.ts
/** A line break, a comment, a literal, a word, or any other character. */
const TOKEN = /\n|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|`[^`]*(?:`|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|[\w\u0080-\uffff]+|[^]/y;
/**
 * The tokens of a Go file, without white space and comments; a comment that holds a line break counts as one.
 *
 * @see https://go.dev/ref/spec#Lexical_elements
 */
function* goTokens(source) {
    // a copy, as it remembers a place
    const token = new RegExp(TOKEN);
    let line = 1;
    let lineStart = 0;
    for (let start = afterSpace(source, 0); start < source.length; start = afterSpace(source, token.lastIndex)) {
        token.lastIndex = start;
        // a match that is only asked for makes no object; a service has tens of thousands of tokens
        token.test(source);
        const text = source.slice(start, token.lastIndex);
        const kind = go_tokens_kindOf(text);
        if (kind !== undefined)
            yield { kind, text, line, lineStart, start };
        if (!text.includes('\n'))
            continue;
        line += text.split('\n').length - 1;
        lineStart = start + text.lastIndexOf('\n') + 1;
    }
}
const SPACE = ' \t\r\f\ufeff';
function afterSpace(source, start) {
    let end = start;
    while (end < source.length && SPACE.includes(source.charAt(end)))
        end += 1;
    return end;
}
function go_tokens_kindOf(text) {
    switch (text.charAt(0)) {
        case '\n':
            return 'newline';
        case '"':
        case "'":
        case '`':
            return 'literal';
        case '/':
            if (text.length === 1)
                return 'mark';
            return text.includes('\n') ? 'newline' : undefined;
        default:
            return WORD.test(text) ? 'word' : 'mark';
    }
}
const WORD = /^[\w\u0080-\uffff]/;
/** The column of a token as Go counts it: bytes of UTF-8, from 1. */
function columnOf(source, { lineStart, start }) {
    return go_tokens_byteLength(source.slice(lineStart, start)) + 1;
}
/** The length in UTF-8. */
function go_tokens_byteLength(text) {
    // eslint-disable-next-line no-control-regex -- the ASCII range, for which counting bytes is counting characters
    return /^[\u0000-\u007f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length;
}

;// CONCATENATED MODULE: ./src/domain/coverage/go-functions.ts

/**
 * The top-level functions and methods of a Go file, as `go tool cover -func` sees them: function literals that are assigned to
 * package-level variables are not among them, and neither are declarations without a body.
 *
 * This reads tokens, not syntax: at nesting depth 0 a `func` at the beginning of a statement declares a function, and its body is
 * the first `{` at that depth that does not belong to an `interface{…}` or `struct{…}` of the signature.
 *
 * @see https://go.dev/ref/spec#Function_declarations and #Semicolons
 */
function goFunctions(source) {
    const finder = new FunctionFinder(source);
    for (const token of goTokens(source))
        finder.take(token);
    return finder.functions;
}
/** Whether a Go file has a function with a body, be it the literal of a package-level variable. */
function hasFunctionBodies(source) {
    const finder = new FunctionFinder(source);
    for (const token of goTokens(source)) {
        finder.take(token);
        if (finder.bodies)
            return true;
    }
    return false;
}
/** Whether a Go file has a function whose body is not empty, be it a literal's: something that coverage counts. */
function hasStatements(source) {
    const finder = new FunctionFinder(source);
    for (const token of goTokens(source)) {
        finder.take(token);
        if (finder.statements)
            return true;
    }
    return false;
}
class FunctionFinder {
    functions = [];
    /** Whether any function has a body, a literal's too. */
    bodies = false;
    /** Whether anything stands in one of them. */
    statements = false;
    #source;
    #depth = 0;
    #statementBegins = true;
    #previous = '';
    /** The `func` of the declaration that is being read. */
    #start;
    #name = '';
    #inBody = false;
    /** Whether nothing was read behind the `{` of a body. */
    #bodyBegins = false;
    /** The depth of a `func` whose body may follow, a literal's or a declaration's. */
    #signature;
    constructor(source) {
        this.#source = source;
    }
    take(token) {
        if (token.kind === 'newline') {
            this.#lineBreak();
            return;
        }
        if (this.#bodyBegins && token.text !== ';') {
            this.statements ||= token.text !== '}';
            this.#bodyBegins = false;
        }
        if (token.text === 'func')
            this.#function(token);
        else if (token.kind === 'word' && this.#depth === 0 && this.#previous !== '.')
            this.#name ||= token.text;
        else if (OPENING.has(token.text))
            this.#open(token);
        else if (CLOSING.has(token.text))
            this.#close(token);
        this.#statementBegins = token.text === ';';
        this.#previous = token.text;
    }
    #function(token) {
        this.#signature = this.#depth;
        if (this.#depth > 0 || !this.#statementBegins)
            return;
        this.#start = token;
        this.#name = '';
    }
    /** A declaration that ends without a body is written in another language; a type has no body either. */
    #lineBreak() {
        this.#statementBegins ||= ENDS_STATEMENT.test(this.#previous);
        if (!this.#statementBegins)
            return;
        if (this.#depth === 0)
            this.#start = undefined;
        if (this.#depth === this.#signature)
            this.#signature = undefined;
    }
    #open({ text }) {
        const opensBlock = text === '{' && !TYPE_WITH_BRACES.test(this.#previous);
        this.#bodyBegins = opensBlock && this.#depth === this.#signature;
        this.bodies ||= this.#bodyBegins;
        this.#inBody ||= opensBlock && this.#depth === 0 && this.#start !== undefined;
        this.#depth += 1;
    }
    #close(token) {
        this.#depth = Math.max(0, this.#depth - 1);
        if (this.#signature !== undefined && this.#depth < this.#signature)
            this.#signature = undefined;
        if (this.#depth > 0 || !this.#inBody || this.#start === undefined)
            return;
        this.functions.push(extentOf(this.#source, this.#name, this.#start, token));
        this.#start = undefined;
        this.#inBody = false;
    }
}
const OPENING = new Set(['(', '[', '{']);
const CLOSING = new Set([')', ']', '}']);
/** A line break after one of these ends the statement: an identifier, a literal, or a closing bracket. */
const ENDS_STATEMENT = /[\w\u0080-\uffff)\]}"'`]$/;
const TYPE_WITH_BRACES = /^(?:interface|struct)$/;
function extentOf(source, name, first, last) {
    return {
        name,
        startLine: first.line,
        startColumn: columnOf(source, first),
        endLine: last.line,
        endColumn: columnOf(source, last),
    };
}

;// CONCATENATED MODULE: ./src/domain/coverage/out-of-scope.ts


/**
 * The Go files with statements, in no profile, of packages of which no file is in one: `-coverpkg` named too little, and the number says
 * nothing about them. In a measured package the compiler has seen every file that is built, so one that is missing was not; neither is a
 * file that is built for another platform, under a tag, or with cgo alone.
 *
 * @param unmeasured files with functions that no profile mentions
 * @param measured paths of the files that are in a profile
 */
function outOfScope(unmeasured, measured) {
    const packages = new Set(measured.map(out_of_scope_folderOf));
    return unmeasured
        .filter((file) => !packages.has(out_of_scope_folderOf(file.path)) && !hasBuildConstraint(file) && hasStatements(file.text))
        .map(({ path }) => path);
}
/** The folder of a path, `.` for one without. */
function out_of_scope_folderOf(path) {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
}
/**
 * Whether a Go file is built only for some: by a line above the package clause, by its name, or as it is Go with C in it.
 *
 * @see https://pkg.go.dev/cmd/go#hdr-Build_constraints
 */
function hasBuildConstraint({ path, text }) {
    if (PLATFORM_NAME.test(path) || CGO.test(text))
        return true;
    const line = CONSTRAINT.exec(text);
    if (line === null)
        return false;
    for (const { kind, start } of goTokens(text))
        if (kind !== 'newline')
            return line.index < start;
    return false;
}
const CGO = /^[ \t]*(?:import[ \t]+)?"C"[ \t\r]*(?:$|;|\/)/m;
const CONSTRAINT = /^[ \t]*\/\/(?:go:build|[ \t]*\+build)[ \t]/m;
const SYSTEMS = 'aix|android|darwin|dragonfly|freebsd|hurd|illumos|ios|js|linux|nacl|netbsd|openbsd|plan9|solaris|wasip1|windows|zos';
const PROCESSORS = '386|amd64|amd64p32|arm|armbe|arm64|arm64be|loong64|mips|mipsle|mips64|mips64le|mips64p32|mips64p32le|ppc|ppc64|ppc64le|riscv|riscv64|s390|s390x|sparc|sparc64|wasm';
const PLATFORM_NAME = new RegExp(`[^/]_(?:${SYSTEMS}|(?:(?:${SYSTEMS})_)?(?:${PROCESSORS}))\\.go$`);

;// CONCATENATED MODULE: ./src/domain/shared/payload.ts

/**
 * A text deep inside a webhook payload; undefined where there is none.
 *
 * @example textAt({ repository: { default_branch: 'main' } }, 'repository', 'default_branch') === 'main'
 */
function textAt(payload, ...path) {
    let value = payload;
    for (const name of path)
        value = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
}

;// CONCATENATED MODULE: ./actions/coverage-gate/check-commit.ts


/** What to do where git says why it cannot answer. */
const GIT_HINT = 'Check the repository out into the workspace itself, and in a container trust it: git config --global --add safe.directory <workspace>.';
/**
 * Refuses to speak for a commit that is not checked out: evidence and proof name the run's commit, so that is what must have been
 * measured. On pull requests it may be their head, alone or merged; `pull_request_target` runs for the base and proposes the head.
 *
 * @throws {Fault} `checkout-foreign`
 */
async function checkCommit(context, git) {
    const name = 'another commit';
    if (context.sha === undefined)
        return { name, result: 'not needed', detail: 'no run' };
    const head = await headCommit(git);
    if ('because' in head)
        return { name, result: 'not checked', detail: head.because };
    const proposed = textAt(context.payload, 'pull_request', 'head', 'sha');
    const accepted = context.event === 'pull_request_target' ? [] : [context.sha];
    const measured = [head.commit, ...(proposed === undefined ? [] : [await git.commit('HEAD^2')])];
    if (measured.some((commit) => commit !== undefined && [...accepted, proposed].includes(commit))) {
        return { name, result: 'passed', detail: head.commit.slice(0, 12) };
    }
    const wanted = proposed ?? context.sha;
    throw coverageFault('checkout-foreign', {
        subject: 'the checkout',
        detail: `it is at ${head.commit.slice(0, 12)}, and the ${context.event ?? 'run'} is for ${wanted.slice(0, 12)}`,
    });
}
/** The commit that is checked out, or why it is not known: there is no repository, or git's own reason, which begins with `git`. */
async function headCommit(git) {
    try {
        const commit = await git.commit('HEAD');
        return commit === undefined ? { because: 'a repository without a commit' } : { commit };
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { because: /not a git repository/i.test(reason) ? 'no git repository' : reason };
    }
}

;// CONCATENATED MODULE: ./actions/coverage-gate/caveats.ts



/** How many names stand in a sentence. */
const NAMES = 5;
/** What the number does not say, though it looks as if it did; each with its cure. */
function caveatsOf(measured) {
    return [...outOfScopeCaveat(measured), ...unreadableCaveat(measured), ...uncheckedCaveat(measured)];
}
function outOfScopeCaveat({ outOfScope }) {
    if (outOfScope.length === 0)
        return [];
    return [`${uncounted(outOfScope)}. Give -coverpkg all packages (./...), or name the files in \`exclude\`.`];
}
/** `1 package with 2 files in no profile, which the number does not count: a/a.go, a/b.go` */
function uncounted(outOfScope) {
    const packages = new Set(outOfScope.map(out_of_scope_folderOf)).size;
    return `${counted(packages, 'package')} with ${counted(outOfScope.length, 'file')} in no profile, which the number does not count: ${named(outOfScope)}`;
}
function named(names) {
    const more = names.length > NAMES ? ` and ${names.length - NAMES} more` : '';
    return `${names.slice(0, NAMES).join(', ')}${more}`;
}
/**
 * Refuses a number that leaves packages out, for a policy that needs every one of them.
 *
 * @throws {Fault} `package-unmeasured`
 */
function refuseOutOfScope({ outOfScope, read }) {
    if (outOfScope.length === 0)
        return;
    throw coverageFault('package-unmeasured', {
        subject: read.map(({ path }) => path).join(', '),
        detail: uncounted(outOfScope),
    });
}
function unreadableCaveat({ unreadable }) {
    if (unreadable.length === 0)
        return [];
    return [
        `${counted(unreadable.length, 'folder')} that cannot be read, so that sources in no profile would not be noticed there: ` +
            `${named(unreadable)}. Let the user of the runner read them, or name what is in them in \`exclude\`, such as folder/**.`,
    ];
}
function uncheckedCaveat({ checks }) {
    const unchecked = checks.filter(({ result }) => result === 'not checked');
    if (unchecked.length === 0)
        return [];
    const names = unchecked.map(({ name, detail }) => `${name} (${detail})`).join(', ');
    const hints = [
        ...(unchecked.some(({ detail }) => !isOfGit(detail))
            ? [
                'Check the repository out with git before this step, and set `working-directory` to the folder of the sources.',
            ]
            : []),
        ...(unchecked.some(({ detail }) => isOfGit(detail)) ? [GIT_HINT] : []),
    ];
    return [`The profile was not checked for ${names}. ${hints.join(' ')}`];
}
function isOfGit(detail) {
    return detail.startsWith('git');
}
function counted(count, noun) {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./src/domain/coverage/measured-file.ts

function sourceFile(path, text) {
    return { path, text, functions: path.endsWith('.go') ? goFunctions(text) : [] };
}
/**
 * Whether the lines and columns of a Go profile are those of the file that it names. With `//line` directives they are not: Go before
 * 1.27 writes lines of the named file without columns, Go 1.27 the lines of the file that holds the directives (golang/go#27350).
 */
function hasOwnCoordinates({ name, blocks, source }) {
    return name.endsWith('.go') && !blocks.startColumns.includes(0) && !LINE_DIRECTIVE.test(source?.text ?? '');
}
const LINE_DIRECTIVE = /^\/\/line .*:\d+\r?$|\/\*line [^*\n]*:\d+\*\//m;
/** Where the file is for a reader: its path in the workspace, else its name in the profile. */
function displayPath(file) {
    return file.source?.path ?? file.name;
}
/** The statements of a file, over its unique blocks. */
function countsOf({ statements, covered }) {
    let hit = 0;
    let total = 0;
    for (let index = 0; index < statements.length; index += 1) {
        const count = statements[index] ?? 0;
        total += count;
        if (covered[index])
            hit += count;
    }
    return { covered: hit, total };
}

;// CONCATENATED MODULE: ./src/domain/coverage/cover-func.ts

/**
 * The total that `go tool cover -func` prints for the same files, before it rounds: it counts the blocks that touch a top-level function
 * and leaves out function literals of package-level variables. Undefined where the source of a file is missing or another file than
 * the profile names, in which case that tool stops with an error.
 *
 * @see https://github.com/golang/go/blob/master/src/cmd/cover/func.go
 */
function coverFuncTotal(files) {
    let covered = 0;
    let total = 0;
    for (const file of files) {
        const { blocks, source } = file;
        if (source === undefined || !hasOwnCoordinates(file))
            return undefined;
        for (let index = 0; index < blocks.statements.length; index += 1) {
            if (!source.functions.some((extent) => touches(blocks, index, extent)))
                continue;
            total += blocks.statements[index] ?? 0;
            if (blocks.covered[index])
                covered += blocks.statements[index] ?? 0;
        }
    }
    return { covered, total };
}
/** Whether the block and the function share text. */
function touches(blocks, index, extent) {
    const startsAfter = (blocks.startLines[index] ?? 0) - extent.endLine || (blocks.startColumns[index] ?? 0) - extent.endColumn;
    const endsBefore = (blocks.endLines[index] ?? 0) - extent.startLine || (blocks.endColumns[index] ?? 0) - extent.startColumn;
    return startsAfter <= 0 && endsBefore > 0;
}

;// CONCATENATED MODULE: ./src/domain/coverage/staleness.ts




/**
 * Refuses a profile of another revision: one that has a place which the file does not have, or lacks a function which it has. The
 * compiler gives every function a block, also an empty one; only functions called `_` have none.
 *
 * @throws {Fault} `profile-stale`, naming the first place
 */
function checkStaleness(format, files) {
    const name = 'stale lines';
    const own = format === 'go' ? files.filter(hasOwnCoordinates) : files;
    const withSource = own.filter(({ source }) => source !== undefined);
    for (const file of withSource) {
        refuseBeyondEnd(file);
        if (format === 'go')
            refuseMissingFunction(file);
    }
    if (withSource.length === 0) {
        return own.length === 0 || files.some(({ source }) => source !== undefined)
            ? { name, result: 'not needed', detail: 'no file has lines of its own' }
            : { name, result: 'not checked', detail: 'no source' };
    }
    return { name, result: 'passed', detail: `${withSource.length} of ${own.length} files have source` };
}
function refuseBeyondEnd(file) {
    const { startLines, startColumns, endLines, endColumns } = file.blocks;
    const block = firstBeyondEnd(file.blocks, file.source?.text ?? '');
    if (block === undefined)
        return;
    const place = `${startLines[block] ?? 0}.${startColumns[block] ?? 0},${endLines[block] ?? 0}.${endColumns[block] ?? 0}`;
    throw coverageFault('profile-stale', {
        subject: `${displayPath(file)}:${endLines[block] ?? 0}`,
        detail: `the profile has a block ${place}, and the file has no such place`,
    });
}
function refuseMissingFunction(file) {
    const missing = file.source?.functions.find((extent) => extent.name !== '_' && !hasBlock(file.blocks, extent));
    if (missing === undefined)
        return;
    throw coverageFault('profile-stale', {
        subject: `${displayPath(file)}:${missing.startLine}`,
        detail: `the file has a function ${missing.name}, and the profile has no block in it`,
    });
}
function hasBlock(blocks, extent) {
    return blocks.startLines.some((_, index) => touches(blocks, index, extent));
}
/** A block may end on the line after the last, in column 1. Columns are bytes. */
function firstBeyondEnd({ startLines, endLines, endColumns }, source) {
    const lines = source.split('\n');
    const index = endLines.findIndex((line, block) => {
        const column = endColumns[block] ?? 0;
        const text = lines[line - 1];
        if (text === undefined || (startLines[block] ?? 0) < 1)
            return !(line === lines.length + 1 && column <= 1);
        return column > go_tokens_byteLength(text) + 1;
    });
    return index < 0 ? undefined : index;
}

;// CONCATENATED MODULE: ./src/domain/coverage/integrity.ts




/**
 * Inflated blocks are an error from this many on, when they are also more than one in {@link INFLATION_RATE} of all. Go 1.27.0
 * inflates 4 to 22 % of the blocks of real modules; other releases have up to 0.3 %, such as `func() { a(); b() }` on one line.
 */
const INFLATION_HITS = 3;
const INFLATION_RATE = 100;
/**
 * Refuses profiles whose numbers cannot be right.
 *
 * @throws {Fault} `profile-overlapping`, `profile-inflated` or `profile-stale`, naming the first place
 */
function checkIntegrity(format, files) {
    if (format === 'lcov')
        return [checkStaleness(format, files)];
    const goFiles = files.filter(hasOwnCoordinates);
    const stale = checkStaleness(format, files);
    return [checkOverlap(goFiles), checkInflation(goFiles), stale];
}
function checkOverlap(files) {
    for (const file of files) {
        const overlap = firstOverlap(file.blocks);
        if (overlap === undefined)
            continue;
        const [one, other] = overlap.map((index) => coordinates(file.blocks, index));
        throw coverageFault('profile-overlapping', {
            subject: displayPath(file),
            detail: `the blocks ${one ?? ''} and ${other ?? ''} overlap`,
        });
    }
    return { name: 'overlapping blocks', result: 'passed', detail: `${files.length} files` };
}
/** The first two blocks of a file that share text; one compiler writes blocks side by side, never across each other. */
function firstOverlap(blocks) {
    const { startLines, startColumns, endLines, endColumns } = blocks;
    const order = startLines
        .map((_, index) => index)
        .filter((index) => startLines[index] !== endLines[index] || startColumns[index] !== endColumns[index])
        .sort((a, b) => compare(startLines, startColumns, a, startLines, startColumns, b));
    for (let position = 1; position < order.length; position += 1) {
        const before = order[position - 1] ?? 0;
        const next = order[position] ?? 0;
        if (compare(startLines, startColumns, next, endLines, endColumns, before) < 0)
            return [before, next];
    }
    return undefined;
}
function compare(lines, columns, index, otherLines, otherColumns, other) {
    return (lines[index] ?? 0) - (otherLines[other] ?? 0) || (columns[index] ?? 0) - (otherColumns[other] ?? 0);
}
function checkInflation(files) {
    let blocks = 0;
    const hits = [];
    for (const file of files) {
        blocks += file.blocks.statements.length;
        const dense = denseBlocks(file.blocks);
        const separated = dense.length > 0 ? linesWithSemicolons(file.source?.text) : [];
        for (const index of dense) {
            if (spansAny(file.blocks, index, separated))
                continue;
            hits.push(`${displayPath(file)}:${file.blocks.startLines[index] ?? 0}`);
        }
    }
    if (hits.length >= INFLATION_HITS && hits.length * INFLATION_RATE > blocks) {
        throw coverageFault('profile-inflated', {
            subject: hits[0] ?? '',
            detail: `${hits.length} of ${blocks} blocks hold more statements than lines`,
        });
    }
    return {
        name: 'Go 1.27.0 inflation',
        result: 'passed',
        detail: `${hits.length} of ${blocks} blocks are dense`,
    };
}
/** Lines on which a semicolon parts statements, such as `go func() { defer wg.Done(); work() }()`: more statements than lines. */
function linesWithSemicolons(source) {
    if (!source?.includes(';'))
        return [];
    return [...goTokens(source)].filter(({ text }) => text === ';').map(({ line }) => line);
}
function spansAny({ startLines, endLines }, index, lines) {
    return lines.some((line) => (startLines[index] ?? 0) <= line && line <= (endLines[index] ?? 0));
}
/** The blocks with more statements than lines; an end in column 1 does not touch its line. */
function denseBlocks({ startLines, endLines, endColumns, statements }) {
    return statements.flatMap((count, index) => {
        const lastLine = (endLines[index] ?? 0) - ((endColumns[index] ?? 0) <= 1 ? 1 : 0);
        return count > Math.max(1, lastLine - (startLines[index] ?? 0) + 1) ? [index] : [];
    });
}
function coordinates({ startLines, startColumns, endLines, endColumns }, index) {
    const at = (column) => column[index] ?? 0;
    return `${at(startLines)}.${at(startColumns)},${at(endLines)}.${at(endColumns)}`;
}

;// CONCATENATED MODULE: ./src/domain/coverage/line-status.ts

/**
 * The status of each line, from 1.
 *
 * A Go block reaches from one brace to the next over blank lines and comments, so it is the tokens inside it that count: a line
 * is covered if all of its tokens that belong to blocks ran, uncovered if none did, and partial otherwise. Braces belong to
 * no statement. This gives the same lines for the block shapes of Go 1.26 and 1.27.
 *
 * @param source the text of a Go file; without it blocks count from their first to their last line, without an end in column 1 and
 *   without a start at which another block ends
 */
function lineStatuses(blocks, source) {
    const statuses = new Map();
    const add = (line, covered) => {
        const status = covered ? 'covered' : 'uncovered';
        const before = statuses.get(line);
        statuses.set(line, before === undefined || before === status ? status : 'partial');
    };
    if (source === undefined)
        bareLines(blocks, add);
    else
        tokenLines(blocks, source, add);
    return statuses;
}
function tokenLines(blocks, source, add) {
    const order = blocks.startLines
        .map((_, index) => index)
        .filter((index) => blocks.statements[index] !== 0)
        .sort((a, b) => at(blocks.startLines, a) - at(blocks.startLines, b) ||
        at(blocks.startColumns, a) - at(blocks.startColumns, b));
    let position = 0;
    for (const token of goTokens(source)) {
        const { kind, text, line } = token;
        if (kind === 'newline' || text === '{' || text === '}')
            continue;
        const column = columnOf(source, token);
        while (position < order.length && endsBefore(blocks, at(order, position), line, column))
            position += 1;
        const index = order[position];
        if (index === undefined)
            return;
        if (!beginsBy(blocks, index, line, column))
            continue;
        const lines = text.split('\n').length;
        for (let offset = 0; offset < lines; offset += 1)
            add(line + offset, blocks.covered[index] ?? false);
    }
}
function endsBefore({ endLines, endColumns }, index, line, column) {
    return at(endLines, index) < line || (at(endLines, index) === line && at(endColumns, index) <= column);
}
function beginsBy({ startLines, startColumns }, index, line, column) {
    return at(startLines, index) < line || (at(startLines, index) === line && at(startColumns, index) <= column);
}
function bareLines(blocks, add) {
    const { startLines, startColumns, endLines, endColumns } = blocks;
    const ends = new Set(endLines.map((line, index) => `${line}.${at(endColumns, index)}`));
    for (let index = 0; index < startLines.length; index += 1) {
        if (blocks.statements[index] === 0)
            continue;
        const start = at(startLines, index);
        const end = at(endLines, index);
        const last = end > start && at(endColumns, index) <= 1 ? end - 1 : end;
        const first = start < last && ends.has(`${start}.${at(startColumns, index)}`) ? start + 1 : start;
        for (let line = first; line <= last; line += 1)
            add(line, blocks.covered[index] ?? false);
    }
}
function at(values, index) {
    return values[index] ?? 0;
}

;// CONCATENATED MODULE: ./src/domain/coverage/patch-coverage.ts



/** Compares the profile with the lines of a change. Files whose lines in the profile are those of another file have no part in it. */
function patchCoverage(format, files, changed) {
    const results = files
        .filter((file) => format !== 'go' || hasOwnCoordinates(file))
        .map((file) => filePatch(format, file, changed.get(displayPath(file)) ?? new Set()));
    return {
        counts: sum(results.map(({ counts }) => counts)),
        uncovered: results
            .flatMap(({ uncovered }) => uncovered)
            .sort((a, b) => b.last - b.first - (a.last - a.first) || comparePaths(a.path, b.path) || a.first - b.first),
    };
}
function comparePaths(one, other) {
    return one === other ? 0 : one < other ? -1 : 1;
}
function filePatch(format, file, changed) {
    if (changed.size === 0)
        return { counts: { covered: 0, total: 0 }, uncovered: [] };
    const path = displayPath(file);
    const statuses = lineStatuses(file.blocks, format === 'go' ? file.source?.text : undefined);
    const counted = [...changed].filter((line) => statuses.has(line)).sort((a, b) => a - b);
    const uncovered = [];
    let open;
    let covered = 0;
    for (const line of counted) {
        const status = statuses.get(line);
        if (status === 'covered') {
            covered += 1;
            continue;
        }
        const partial = status === 'partial';
        if (open?.partial === partial && isGap(open.last + 1, line, statuses)) {
            open = { ...open, last: line };
            uncovered.pop();
        }
        else
            open = { path, first: line, last: line, partial };
        uncovered.push(open);
    }
    return { counts: { covered, total: counted.length }, uncovered };
}
/** Blank lines, comments and braces do not part a range, as long as there are at most this many of them. */
const GAP_LINES = 3;
function isGap(first, end, statuses) {
    if (end - first > GAP_LINES)
        return false;
    for (let line = first; line < end; line += 1)
        if (statuses.has(line))
            return false;
    return true;
}

;// CONCATENATED MODULE: ./src/domain/coverage/selection.ts


/**
 * The rules of `exclude` and `exclude-generated`. Most services have no globs, so what understands them is loaded for those that do.
 *
 * @param globs over paths relative to the working directory; `**` crosses folders
 */
async function exclusionRules(globs, generated) {
    if (globs.length === 0)
        return { patterns: [], generated };
    const { default: picomatch } = await __nccwpck_require__.e(/* import() */ 6).then(__nccwpck_require__.t.bind(__nccwpck_require__, 6, 23));
    const options = { dot: true, windows: false };
    return { patterns: globs.map((glob) => ({ glob, matches: picomatch(glob, options) })), generated };
}
/**
 * Leaves out the files that the rules name. A file without source is matched by its name in the profile and cannot be told to be
 * generated.
 *
 * @param relative gives a path as seen from the working directory
 */
function selection_select(files, rules, relative) {
    const excluded = [];
    const measured = files.filter((file) => {
        const path = displayPath(file);
        const reason = exclusionOf(relative(path), file.source?.text, rules);
        if (reason !== undefined)
            excluded.push({ path, reason, ...countsOf(file.blocks) });
        return reason === undefined;
    });
    return { measured, excluded };
}
/** Why a file does not count; undefined where it does. */
function exclusionOf(path, source, { patterns, generated }) {
    const pattern = patterns.find(({ matches }) => matches(path));
    if (pattern !== undefined)
        return { pattern: pattern.glob };
    return generated && source !== undefined && isGenerated(source) ? 'generated' : undefined;
}
/**
 * Whether a Go file says that a program wrote it: a line of exactly this form before the package clause.
 *
 * @see https://go.dev/s/generatedcode
 */
function isGenerated(source) {
    const marker = /^\/\/ Code generated .* DO NOT EDIT\.\r?$/m.exec(source);
    if (marker === null)
        return false;
    for (const { kind, start } of goTokens(source))
        if (kind !== 'newline')
            return marker.index < start;
    return true;
}

;// CONCATENATED MODULE: ./src/domain/coverage/changed-lines.ts
const HUNK = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/;
/**
 * Reads the added lines of a unified diff without context lines (`git diff --unified=0`), whose names stand behind `b/`. A renamed
 * file has its new name and only the lines that differ; a deleted file has none.
 *
 * @see https://git-scm.com/docs/diff-format
 */
function parseChangedLines(diff) {
    const changed = new Map();
    let lines;
    let body = 0;
    for (const line of diff.split('\n')) {
        // the text of a hunk can look like a header: it is counted, not read
        if (body > 0) {
            if (/^[+-]/.test(line))
                body -= 1;
            continue;
        }
        if (line.startsWith('diff --git '))
            lines = undefined;
        const path = line.startsWith('+++ ') ? newName(line.slice('+++ '.length)) : undefined;
        if (path !== undefined) {
            lines = new Set();
            changed.set(path, lines);
        }
        const hunk = HUNK.exec(line);
        if (hunk !== null) {
            const first = Number(hunk[1]);
            const added = Number(hunk[2] ?? 1);
            for (let offset = 0; offset < added; offset += 1)
                lines?.add(first + offset);
            body = added + removedBy(line);
        }
    }
    return changed;
}
function removedBy(header) {
    const match = /^@@ -\d+(?:,(\d+))? /.exec(header);
    return Number(match?.[1] ?? 1);
}
/** `b/path`, or `"b/path"` with C escapes and a tab behind names with spaces; `/dev/null` is no name. */
function newName(text) {
    const name = text.startsWith('"') ? unquote(text) : text.replace(/\t.*$/, '');
    return name.startsWith('b/') ? name.slice(2) : undefined;
}
const ESCAPES = {
    a: 7,
    b: 8,
    t: 9,
    n: 10,
    v: 11,
    f: 12,
    r: 13,
    '"': 34,
    '\\': 92,
};
/** Undoes git's C-style quoting, in which bytes outside of ASCII are octal escapes. */
function unquote(quoted) {
    const bytes = [];
    const encoder = new TextEncoder();
    for (const match of quoted.slice(1, quoted.lastIndexOf('"')).matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/gsu)) {
        const [, octal, escape, plain] = match;
        if (octal !== undefined)
            bytes.push(Number.parseInt(octal, 8));
        else if (escape !== undefined)
            bytes.push(ESCAPES[escape] ?? escape.charCodeAt(0));
        else if (plain !== undefined)
            bytes.push(...encoder.encode(plain));
    }
    return new TextDecoder().decode(new Uint8Array(bytes));
}

;// CONCATENATED MODULE: ./actions/coverage-gate/read-change.ts


/** Finds the change that the run is for, in the local clone. */
async function readChange(context, git) {
    const wanted = wantedBase(context);
    if (!('base' in wanted))
        return wanted;
    try {
        const base = await findBase(wanted, git);
        if (base === undefined) {
            return {
                kind: 'unavailable',
                because: `the clone does not hold ${wanted.base} and the commits after it`,
            };
        }
        return { kind: 'known', base, lines: parseChangedLines(await git.diff(base, 'HEAD')) };
    }
    catch (error) {
        return { kind: 'unavailable', because: error instanceof Error ? error.message : String(error) };
    }
}
const NO_COMMIT = /^0+$/;
function wantedBase({ event, payload }) {
    const known = (base, mergedHead) => base === undefined
        ? { kind: 'unavailable', because: `the payload of the ${event ?? 'event'} names no base` }
        : { base, mergedHead };
    const none = (because) => ({ kind: 'none', because });
    switch (event) {
        case 'pull_request':
        case 'pull_request_target':
            return known(textAt(payload, 'pull_request', 'base', 'sha'), textAt(payload, 'pull_request', 'head', 'sha'));
        case 'merge_group':
            return known(textAt(payload, 'merge_group', 'base_sha'));
        case 'push': {
            const before = textAt(payload, 'before');
            return before !== undefined && NO_COMMIT.test(before) ? none('the ref is new') : known(before);
        }
        default:
            return none(event === undefined ? 'there is no event' : `a ${event} has none`);
    }
}
/**
 * The commit to compare with. The runner checks a pull request out as a merge of its head into the base as it is now, so the first
 * parent of that merge is exact; in any other case it is where the two histories part.
 */
async function findBase({ base, mergedHead }, git) {
    if (mergedHead !== undefined && (await git.commit('HEAD^2')) === mergedHead)
        return git.commit('HEAD^1');
    return git.mergeBase(base, 'HEAD');
}

;// CONCATENATED MODULE: ./src/domain/coverage/coverage-profile.ts
function emptyBlocks() {
    return { startLines: [], startColumns: [], endLines: [], endColumns: [], statements: [], covered: [] };
}
/** The name of a source file with `/` between its folders; a Windows path keeps its drive. */
function normaliseName(name) {
    return name.replaceAll('\\', '/');
}

;// CONCATENATED MODULE: ./src/domain/coverage/formats/line-splitter.ts
const NEWLINE = 10;
/**
 * Cuts bytes that arrive in chunks into lines, without making a string of any. The consumer sees each line as a range
 * of a buffer, without its line feed; a last line that has none is handed over by `end`.
 */
class LineSplitter {
    #consume;
    #skipOf;
    #rest = new Uint8Array(0);
    /** @param skipOf makes what is asked first, for the lines of a chunk whose end it can find itself */
    constructor(consume, skipOf = () => (start) => start) {
        this.#consume = consume;
        this.#skipOf = skipOf;
    }
    push(chunk) {
        let start = this.#finishRest(chunk);
        if (start < 0)
            return;
        const skip = this.#skipOf(chunk);
        for (;;) {
            start = skip(start);
            const end = chunk.indexOf(NEWLINE, start);
            if (end < 0)
                break;
            this.#consume(chunk, start, end);
            start = end + 1;
        }
        this.#rest = chunk.slice(start);
    }
    /** Gives whether the last line had its line feed. */
    end() {
        const rest = this.#rest;
        this.#rest = new Uint8Array(0);
        if (rest.length > 0)
            this.#consume(rest, 0, rest.length);
        return rest.length === 0;
    }
    /** Completes the line that the chunk before left open; gives where the next line begins, or -1 where none ends here. */
    #finishRest(chunk) {
        if (this.#rest.length === 0)
            return 0;
        const end = chunk.indexOf(NEWLINE);
        const line = new Uint8Array(this.#rest.length + (end < 0 ? chunk.length : end));
        line.set(this.#rest);
        line.set(chunk.subarray(0, end < 0 ? chunk.length : end), this.#rest.length);
        this.#rest = new Uint8Array(0);
        if (end < 0) {
            this.#rest = line;
            return -1;
        }
        this.#consume(line, 0, line.length);
        return end + 1;
    }
}

;// CONCATENATED MODULE: ./src/domain/coverage/formats/seen-blocks.ts
const seen_blocks_WORD = 4;
const FIRST_CAPACITY = 64 * 1024;
/**
 * The text of every distinct block of a profile, one after the other in one buffer, by the order in which they were first seen. A profile
 * repeats its blocks in that order, so comparing the next line with the block expected there reads memory straight ahead.
 */
class SeenBlocks {
    /** The block that followed each block the last time, or -1. */
    followers = [];
    /** Whether any count of the block was not zero. */
    covered = [];
    /** How many bytes its text has. */
    lengths = [];
    #starts = [];
    #bytes = new Uint8Array(FIRST_CAPACITY);
    #view = new DataView(this.#bytes.buffer);
    #used = 0;
    /** Gives the new block's number, from 0. */
    add(text) {
        if (this.#used + text.length > this.#bytes.length)
            this.#grow(text.length);
        this.#bytes.set(text, this.#used);
        this.#starts.push(this.#used);
        this.#used += text.length;
        this.followers.push(-1);
        this.covered.push(false);
        return this.lengths.push(text.length) - 1;
    }
    /** Whether the bytes at `start` are the block's text; the caller knows that there are as many. */
    isAt(block, view, start) {
        const own = this.#starts[block] ?? 0;
        // from the end, in words: neighbouring blocks differ in their coordinates, not in their file
        let offset = (this.lengths[block] ?? 0) - seen_blocks_WORD;
        for (; offset >= 0; offset -= seen_blocks_WORD) {
            if (view.getUint32(start + offset, true) !== this.#view.getUint32(own + offset, true))
                return false;
        }
        for (offset += seen_blocks_WORD - 1; offset >= 0; offset -= 1) {
            if (view.getUint8(start + offset) !== this.#view.getUint8(own + offset))
                return false;
        }
        return true;
    }
    #grow(needed) {
        const larger = new Uint8Array(2 * (this.#bytes.length + needed));
        larger.set(this.#bytes);
        this.#bytes = larger;
        this.#view = new DataView(larger.buffer);
    }
}

;// CONCATENATED MODULE: ./src/domain/coverage/formats/go-profile.ts




const go_profile_NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const go_profile_SPACE = 32;
const ZERO = 48;
const NINE = 57;
/** `file:startLine.startColumn,endLine.endColumn statements`; the file name may hold colons and spaces, so it takes all it can. */
const BLOCK = new RegExp('^(.+):(N)\\.(N),(N)\\.(N) (N)$'.replaceAll('N', '0|[1-9]\\d{0,8}'), 's');
const MODE = /^mode: (set|count|atomic)$/;
/**
 * Reads Go coverage profiles (`go test -coverprofile`, `go tool covdata textfmt`).
 *
 * A profile is `mode: <mode>` and then one line per block, `<block> <count>`. With `-coverpkg` every test binary writes every
 * block again, in the same order; a block is covered when any of its counts is not zero.
 *
 * Profiles are large and repeat themselves, so a line that was seen before is not decoded again: after block A comes the block
 * that followed A the last time, and comparing the bytes with that one block is enough. Only when it is another one is
 * the line decoded and looked up by name.
 *
 * Up to Go 1.26 a `//line` directive gives blocks column 0 and lines of another file. They can then end before they begin, or share their
 * coordinates with others, so they are told apart by their number of statements too.
 *
 * @see https://github.com/golang/tools/blob/master/cover/profile.go the grammar, parsed from the right
 */
class GoProfileParser {
    #lines = new LineSplitter((bytes, start, end) => {
        this.#line(bytes, start, end);
    }, (chunk) => this.#repeatedLines(chunk));
    #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    #files = new Map();
    #modes = new Set();
    #seen = new SeenBlocks();
    /** The number of every block seen by its text before the count, and its statements by that text without them. */
    #known = new Map();
    #statements = new Map();
    /** Where each block seen stands among the blocks of its file. */
    #places = [];
    #file = '';
    #lineNumber = 0;
    #blankLine = 0;
    #previous = NONE;
    begin(name) {
        this.#file = name;
        this.#lineNumber = 0;
        this.#blankLine = 0;
        this.#previous = NONE;
    }
    push(chunk) {
        this.#lines.push(chunk);
    }
    /** Go ends every line, the last one too: a last line without a line break was cut off, even where it can be read. */
    end() {
        const whole = this.#lines.end();
        if (this.#lineNumber === 0) {
            throw coverageFault('profile-empty', { subject: this.#file, detail: 'the file has no bytes' });
        }
        if (!whole) {
            throw coverageFault('profile-malformed', {
                subject: `${this.#file}:${this.#lineNumber}`,
                detail: 'the last line has no line break, so the file was cut off there, or written by another tool',
                hint: 'Run the tests again. If a script of yours writes the file and it is complete, end it with a line break.',
            });
        }
    }
    profile() {
        for (const [block, { blocks, index }] of this.#places.entries()) {
            blocks.covered[index] = this.#seen.covered[block] ?? false;
        }
        return { format: 'go', unit: 'statements', modes: [...this.#modes], files: this.#files };
    }
    /** Takes lines as long as each repeats the block expected there; any other, and the end of a chunk, is left to `#line`. */
    #repeatedLines(chunk) {
        const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        return (start) => {
            if (this.#blankLine !== 0)
                return start;
            const { followers, lengths, covered } = this.#seen;
            let lineStart = start;
            for (;;) {
                const block = followers[this.#previous] ?? NONE;
                const space = lineStart + (lengths[block] ?? chunk.length);
                if (chunk[space] !== go_profile_SPACE || !this.#seen.isAt(block, view, lineStart))
                    return lineStart;
                const lineEnd = endOfCount(chunk, space + 1);
                if (lineEnd === NONE)
                    return lineStart;
                if (!isZero(chunk, space + 1, lineEnd))
                    covered[block] = true;
                this.#lineNumber += 1;
                this.#previous = block;
                lineStart = lineEnd + 1;
            }
        };
    }
    #line(bytes, lineStart, lineEnd) {
        this.#lineNumber += 1;
        const end = lineEnd > lineStart && bytes[lineEnd - 1] === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
        const start = this.#lineNumber === 1 ? afterByteOrderMark(bytes, lineStart, end) : lineStart;
        if (start === end) {
            this.#blankLine ||= this.#lineNumber;
            return;
        }
        if (this.#blankLine !== 0)
            this.#malformed(this.#blankLine, 'the line is blank');
        const text = this.#text(bytes, start, end);
        const mode = MODE.exec(text)?.[1];
        if (mode !== undefined) {
            this.#modes.add(mode);
            this.#previous = NONE;
            return;
        }
        if (this.#lineNumber === 1) {
            this.#malformed(1, `expected "mode: set", "mode: count" or "mode: atomic", found ${quote(text)}`);
        }
        this.#block(text, bytes.subarray(start, end));
    }
    #block(line, bytes) {
        const space = Math.max(line.lastIndexOf(' '), 0);
        const key = normaliseName(line.slice(0, space));
        const block = this.#known.get(key) ?? this.#newBlock(key, line, bytes);
        const count = line.slice(space + 1);
        if (!/^\d+$/.test(count)) {
            this.#malformed(this.#lineNumber, `the count of ${quote(line)} is not a number of executions`);
        }
        this.#take(block, !/^0+$/.test(count));
    }
    #take(block, covered) {
        if (covered)
            this.#seen.covered[block] = true;
        if (this.#previous !== NONE)
            this.#seen.followers[this.#previous] = block;
        this.#previous = block;
    }
    #newBlock(key, line, bytes) {
        const match = BLOCK.exec(key);
        if (match === null)
            return this.#malformed(this.#lineNumber, `${quote(line)} is not a coverage block`);
        const [, name = '', ...digits] = match;
        const numbers = digits.map(Number);
        this.#refuseContradiction(key, line, numbers);
        const blocks = this.#files.get(name) ?? emptyBlocks();
        this.#files.set(name, blocks);
        const columns = [
            blocks.startLines,
            blocks.startColumns,
            blocks.endLines,
            blocks.endColumns,
            blocks.statements,
        ];
        for (const [index, column] of columns.entries())
            column.push(numbers[index] ?? 0);
        this.#places.push({ blocks, index: blocks.covered.push(false) - 1 });
        const block = this.#seen.add(bytes.subarray(0, bytes.lastIndexOf(go_profile_SPACE)));
        this.#known.set(key, block);
        return block;
    }
    /** Blocks below a `//line` directive may contradict each other. */
    #refuseContradiction(key, line, numbers) {
        const [startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, statements = 0] = numbers;
        if (startColumn === 0 || endColumn === 0)
            return;
        if ((endLine - startLine || endColumn - startColumn) < 0) {
            this.#malformed(this.#lineNumber, `${quote(line)} ends before it begins`);
        }
        const coordinates = key.slice(0, key.lastIndexOf(' '));
        const before = this.#statements.get(coordinates);
        if (before !== undefined && before !== statements) {
            throw coverageFault('profile-inconsistent', {
                subject: `${this.#file}:${this.#lineNumber}`,
                detail: `the block ${coordinates} has ${statements} statements here and ${before} before`,
            });
        }
        this.#statements.set(coordinates, statements);
    }
    #text(bytes, start, end) {
        try {
            return this.#decoder.decode(bytes.subarray(start, end));
        }
        catch {
            return this.#malformed(this.#lineNumber, 'the line is not UTF-8');
        }
    }
    #malformed(line, detail) {
        throw coverageFault('profile-malformed', { subject: `${this.#file}:${line}`, detail });
    }
}
/** The number of no block, and the place of no byte. */
const NONE = -1;
/** Where the line ends whose count begins at `start`; none where the count is not made of digits or the chunk ends first. */
function endOfCount(bytes, start) {
    let end = start;
    while (isDigit(bytes[end]))
        end += 1;
    if (end === start)
        return NONE;
    if (bytes[end] === CARRIAGE_RETURN)
        end += 1;
    return bytes[end] === go_profile_NEWLINE ? end : NONE;
}
function isZero(bytes, start, end) {
    for (let index = start; index < end; index += 1) {
        const byte = bytes[index] ?? ZERO;
        if (byte > ZERO)
            return false;
    }
    return true;
}
function afterByteOrderMark(bytes, start, end) {
    const marked = end - start >= 3 && bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
    return marked ? start + 3 : start;
}
function isDigit(byte) {
    return byte !== undefined && byte >= ZERO && byte <= NINE;
}
function quote(text) {
    return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}

;// CONCATENATED MODULE: ./src/domain/coverage/source-name.ts

/**
 * One name for every spelling of a file: relative to the folder it is measured in, and absolute where it lies elsewhere. Tools write
 * `src/a.ts`, `./src/a.ts`, `src\a.ts` or an absolute path, as they are started; a file that had two names would count twice.
 *
 * @param folder absolute, with `/`
 * @example sourceName('/ws/app/./src/a.ts', '/ws/app') === 'src/a.ts'
 * @example sourceName('../lib/b.ts', '/ws/app') === '/ws/lib/b.ts'
 */
function sourceName(name, folder) {
    const path = normaliseName(name);
    const inside = withoutDots(normaliseName(folder));
    const absolute = withoutDots(isAbsolute(path) ? path : `${inside}/${path}`);
    return absolute.startsWith(`${inside}/`) ? absolute.slice(inside.length + 1) : absolute;
}
/** An absolute path, on Windows with its drive. */
function isAbsolute(path) {
    return path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path);
}
/** An absolute path without `.`, `..` and empty segments; Windows' drives are the same in both cases. */
function withoutDots(path) {
    const drive = /^[A-Za-z]:/.exec(path)?.[0] ?? '';
    const kept = [];
    for (const segment of path.slice(drive.length).split('/')) {
        if (segment === '..')
            kept.pop();
        else if (segment !== '' && segment !== '.')
            kept.push(segment);
    }
    return `${drive.toUpperCase()}/${kept.join('/')}`;
}

;// CONCATENATED MODULE: ./src/domain/coverage/formats/lcov.ts




/** Records that say nothing about lines: test names, functions, branches, MC/DC, and sums that are computed here. */
const OTHER_RECORDS = /^(?:TN|VER|FN|FNL|FNA|FNDA|FNF|FNH|BRDA|BRF|BRH|MCDC|MCF|MCH|LF|LH):/;
const LINE_DATA = /^(\d{1,9}),(\d+)(?:,.*)?$/;
/**
 * Reads LCOV tracefiles: `SF:<path>`, `DA:<line>,<count>[,<checksum>]`, `end_of_record`. The unit is the line: every `DA` line of a
 * file counts once, however many sections or tracefiles name it, and is covered when any of its counts is not zero.
 *
 * @see https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1 section FILES, the tracefile format
 */
class LcovParser {
    #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    #lines = new LineSplitter((bytes, start, end) => {
        this.#record(this.#text(bytes.subarray(start, end)));
    });
    #folder;
    #sources = new Map();
    #source;
    #file = '';
    #lineNumber = 0;
    /** @param folder the one that the paths of the tracefiles are relative to, absolute */
    constructor(folder) {
        this.#folder = folder;
    }
    begin(name) {
        this.#file = name;
        this.#lineNumber = 0;
        this.#source = undefined;
    }
    push(chunk) {
        this.#lines.push(chunk);
    }
    end() {
        this.#lines.end();
        if (this.#lineNumber === 0) {
            throw coverageFault('profile-empty', { subject: this.#file, detail: 'the file has no bytes' });
        }
        if (this.#source !== undefined)
            this.#malformed('the file ends inside a record, before its end_of_record');
    }
    profile() {
        const files = new Map([...this.#sources].map(([name, { blocks }]) => [name, blocks]));
        return { format: 'lcov', unit: 'lines', modes: [], files };
    }
    #record(line) {
        if (line === '' || line.startsWith('#') || OTHER_RECORDS.test(line))
            return;
        if (line.startsWith('SF:'))
            this.#openSource(line.slice(3));
        else if (line.startsWith('DA:'))
            this.#lineData(line);
        else if (line === 'end_of_record')
            this.#source = undefined;
        else
            this.#malformed(`${JSON.stringify(line.slice(0, 120))} is not an LCOV record`);
    }
    #openSource(path) {
        if (this.#source !== undefined)
            this.#malformed('a record begins before the end_of_record of the one above');
        if (path === '')
            this.#malformed('the source file has no name');
        const name = sourceName(path, this.#folder);
        this.#source = this.#sources.get(name) ?? { blocks: emptyBlocks(), indexes: new Map() };
        this.#sources.set(name, this.#source);
    }
    #lineData(line) {
        const match = LINE_DATA.exec(line.slice(3));
        if (match === null)
            return this.#malformed(`${JSON.stringify(line.slice(0, 120))} is not DA:<line>,<count>`);
        if (this.#source === undefined)
            return this.#malformed('DA stands outside of a source file');
        const number = Number(match[1]);
        const { blocks, indexes } = this.#source;
        const index = indexes.get(number) ?? addLine(this.#source, number);
        if (!/^0+$/.test(match[2] ?? ''))
            blocks.covered[index] = true;
    }
    #text(bytes) {
        this.#lineNumber += 1;
        try {
            const text = this.#decoder.decode(bytes);
            return (this.#lineNumber === 1 ? text.replace(/^\ufeff/, '') : text).replace(/\r$/, '');
        }
        catch {
            return this.#malformed('the line is not UTF-8');
        }
    }
    #malformed(detail) {
        throw coverageFault('profile-malformed', { subject: `${this.#file}:${this.#lineNumber}`, detail });
    }
}
function addLine({ blocks, indexes }, line) {
    const index = blocks.covered.length;
    indexes.set(line, index);
    blocks.startLines.push(line);
    blocks.startColumns.push(0);
    blocks.endLines.push(line);
    blocks.endColumns.push(0);
    blocks.statements.push(1);
    blocks.covered.push(false);
    return index;
}

;// CONCATENATED MODULE: ./src/domain/coverage/go-module.ts

/**
 * Reads what a coverage report needs of a go.mod; undefined where it names no module.
 *
 * @see https://go.dev/ref/mod#go-mod-file-grammar
 */
function parseGoMod(folder, text) {
    const path = directive(text, 'module');
    if (path === undefined)
        return undefined;
    return { path, folder, go: directive(text, 'go'), toolchain: directive(text, 'toolchain') };
}
function directive(text, name) {
    const match = new RegExp(`^[ \\t]*${name}[ \\t]+(?:\\(\\s*)?(?:"([^"\\n]+)"|\`([^\`\\n]+)\`|([^\\s"\`(]+))`, 'm').exec(text);
    return match?.[1] ?? match?.[2] ?? match?.[3];
}
/**
 * The modules that a name can mean to tests which run in a folder: the module around the folder hides others of the same path, as it
 * does for the go command.
 */
function modulesSeenFrom(folder, modules) {
    const around = moduleOf(folder, modules);
    return modules.filter((module) => module === around || module.path !== around?.path);
}
/** The module that a path of the workspace belongs to: the one with the longest folder above it. */
function moduleOf(path, modules) {
    return modules
        .filter(({ folder }) => folder === '.' || folder === path || path.startsWith(`${folder}/`))
        .toSorted((one, other) => go_module_depthOf(other) - go_module_depthOf(one))[0];
}
function go_module_depthOf({ folder }) {
    return folder === '.' ? 0 : folder.length;
}
/**
 * Where in the workspace the file of a Go profile lies: the longest module path that its name begins with gives way to the
 * folder of that go.mod. Undefined for a file of no module of the checkout.
 *
 * @throws {Fault} `module-ambiguous` where two go.mod files declare that module
 * @example pathOf('example.com/m/sub/a.go', [{ path: 'example.com/m', folder: 'app' }]) === 'app/sub/a.go'
 */
function pathInModules(name, modules) {
    const [owner, rival] = modules
        .filter(({ path }) => name.startsWith(`${path}/`))
        .toSorted((one, other) => other.path.length - one.path.length);
    if (owner === undefined)
        return undefined;
    if (rival?.path === owner.path) {
        const [one, other] = [owner, rival].map(({ folder }) => joinPath(folder, 'go.mod'));
        throw coverageFault('module-ambiguous', {
            subject: name,
            detail: `its module ${owner.path} is declared by ${one ?? ''} and by ${other ?? ''}`,
        });
    }
    return joinPath(owner.folder, name.slice(owner.path.length + 1));
}
/** Joins a folder and a relative path; `.` adds nothing. */
function joinPath(folder, path) {
    return folder === '.' ? path : `${folder}/${path}`;
}

;// CONCATENATED MODULE: ./actions/coverage-gate/read-profiles.ts





/**
 * Reads and merges every file that the `profile` lines name.
 *
 * @throws {Fault} when a line matches nothing, or a file cannot be read as a profile
 */
async function readProfiles({ profile: patterns, format, workingDirectory }, workspace, files) {
    const paths = new Set();
    for (const pattern of patterns)
        for (const path of await matches(pattern, workingDirectory, files))
            paths.add(path);
    const folder = `${workspace}/${workingDirectory}`;
    const read = [];
    let parser;
    for (const path of paths) {
        const file = files.open(path);
        parser = await readOne(path, file.chunks, parser, format, folder);
        read.push({ path, sha256: file.sha256() });
    }
    if (parser === undefined)
        throw coverageFault('profile-not-found', { subject: 'profile', detail: 'no file is named' });
    return { profile: parser.parser.profile(), read };
}
async function matches(pattern, folder, files) {
    const path = isAbsolute(pattern) ? pattern : joinPath(folder, pattern.replace(/^(?:\.\/)+/, ''));
    const kind = await files.kind(path);
    if (kind === 'directory') {
        throw coverageFault('profile-is-directory', { subject: pattern, detail: 'it is a folder, not a profile' });
    }
    if (kind === 'file')
        return [read_profiles_readable(path, pattern)];
    const found = /[*?[{(!]/.test(pattern) ? await files.find(folder, pattern) : [];
    if (found.length === 0) {
        throw coverageFault('profile-not-found', {
            subject: pattern,
            detail: `there is no such file in ${folder === '.' ? 'the workspace' : folder}`,
        });
    }
    return found.map((match) => read_profiles_readable(match, pattern));
}
/** Refuses the binary files that GOCOVERDIR collects, which a glob can catch. */
function read_profiles_readable(path, pattern) {
    if (/(?:^|\/)cov(?:meta|counters)\.[0-9a-f]+/.test(path)) {
        throw coverageFault('profile-is-directory', {
            subject: pattern,
            detail: `${path} is binary coverage data`,
        });
    }
    return path;
}
async function readOne(path, chunks, before, wanted, folder) {
    let current;
    for await (const chunk of chunks) {
        current ??= begin(path, wanted === 'auto' ? sniff(path, chunk) : wanted, before, folder);
        current.parser.push(chunk);
    }
    if (current === undefined)
        throw coverageFault('profile-empty', { subject: path, detail: 'the file has no bytes' });
    current.parser.end();
    return current;
}
function begin(path, format, before, folder) {
    if (before !== undefined && before.format !== format) {
        throw coverageFault('profile-formats-mixed', {
            subject: path,
            detail: `it is in the format ${format}, and the files before it are in ${before.format}`,
        });
    }
    const current = before ?? { format, parser: parserOf(format, folder) };
    current.parser.begin(path);
    return current;
}
function parserOf(format, folder) {
    return format === 'go' ? new GoProfileParser() : new LcovParser(folder);
}
/** Go profiles begin with `mode:`, LCOV tracefiles with `TN:`, `SF:` or a comment. */
function sniff(path, chunk) {
    const head = new TextDecoder().decode(chunk.subarray(0, 64)).replace(/^\ufeff/, '');
    if (head.startsWith('mode:'))
        return 'go';
    if (/^\s*(?:TN:|SF:|#)/.test(head))
        return 'lcov';
    throw coverageFault('profile-format-unknown', {
        subject: path,
        detail: `it begins with ${JSON.stringify(head.slice(0, 40))}`,
    });
}

;// CONCATENATED MODULE: ./actions/coverage-gate/read-sources.ts






/**
 * Finds the source of every file of the profile.
 *
 * @param folder the working directory, relative to the workspace
 * @throws {Fault} `profile-unmapped` where there is a go.mod and most Go files are not found, `module-ambiguous` where several are meant
 */
async function readSources(profile, folder, workspace, files) {
    if (folder !== '.' && (await files.kind(folder)) !== 'directory') {
        throw coverageFault('folder-not-found', {
            subject: 'working-directory',
            detail: `there is no folder ${folder}`,
        });
    }
    const { files: listed, unreadable } = profile.format === 'go' ? await files.list(folder) : NOTHING_LISTED;
    const modules = profile.format === 'go' ? await readModules(folder, listed, files) : [];
    const seen = modulesSeenFrom(folder, modules);
    const measured = [];
    for (const [name, blocks] of profile.files) {
        measured.push({ name, blocks, source: await readSource(locate(name, seen, folder, workspace), files) });
    }
    if (modules.length > 0)
        refuseUnmapped(measured, modules);
    const used = modules.filter((module) => measured.some(({ source }) => source && moduleOf(source.path, modules) === module));
    const known = new Set(measured.map(({ source }) => source?.path));
    const others = listed.filter((path) => isSource(path) && !known.has(path));
    const candidates = others.filter((path) => used.some((module) => moduleOf(path, modules) === module));
    return { files: measured, unmeasured: await withFunctions(candidates, files), unreadable, modules: used };
}
const NOTHING_LISTED = { files: [], unreadable: [] };
/** The go.mod files below the working directory and above it, up to the workspace. */
async function readModules(folder, listed, files) {
    const above = ancestors(folder).map((ancestor) => joinPath(ancestor, 'go.mod'));
    const modules = [];
    for (const path of [...above, ...listed.filter((path) => /(?:^|\/)go\.mod$/.test(path))]) {
        const text = await files.readText(path);
        const module = text === undefined ? undefined : parseGoMod(out_of_scope_folderOf(path), text);
        if (module !== undefined)
            modules.push(module);
    }
    return modules;
}
function ancestors(folder) {
    if (folder === '.')
        return [];
    const segments = folder.split('/');
    return ['.', ...segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join('/'))];
}
/** Where in the workspace the source of a profile's file lies, if it is there at all. */
function locate(name, modules, folder, workspace) {
    const inModule = pathInModules(name, modules);
    if (inModule !== undefined)
        return inModule;
    if (name.startsWith(`${workspace}/`))
        return name.slice(workspace.length + 1);
    return isAbsolute(name) ? name : joinPath(folder, name.replace(/^(?:\.\/)+/, ''));
}
async function readSource(path, files) {
    const text = await files.readText(path);
    return text === undefined ? undefined : sourceFile(path, text);
}
function refuseUnmapped(measured, modules) {
    const goFiles = measured.filter(({ name }) => name.endsWith('.go'));
    const missing = goFiles.filter(({ source }) => source === undefined);
    if (missing.length * 2 <= goFiles.length)
        return;
    throw coverageFault('profile-unmapped', {
        subject: missing[0]?.name ?? 'profile',
        detail: `${missing.length} of ${goFiles.length} files are not in the checkout; it has ${modules
            .map(({ path, folder }) => `${path} in ${folder}`)
            .join(', ')}`,
    });
}
/** A Go file that is no test, and none of those that the go command passes over by their names. */
function isSource(path) {
    return /(?:^|\/)[^._/][^/]*\.go$/.test(path) && !path.endsWith('_test.go');
}
async function withFunctions(paths, files) {
    const sources = [];
    for (const path of paths) {
        const text = await files.readText(path);
        if (text !== undefined && hasFunctionBodies(text))
            sources.push({ path, text });
    }
    return sources;
}

;// CONCATENATED MODULE: ./actions/coverage-gate/measure.ts












/**
 * Reads the profiles, their source and the change, and refuses numbers that cannot be right.
 *
 * @throws {Fault} when there is no number to decide by
 */
async function measure_measure(inputs, context, { files, git }) {
    const repository = git.around(inputs.workingDirectory);
    const changing = readChange(context, repository);
    const [commit, { profile, read }] = await sideBySide(checkCommit(context, repository), readProfiles(inputs, context.workspace, files));
    const sources = await readSources(profile, inputs.workingDirectory, context.workspace, files);
    const checks = [...checkIntegrity(profile.format, sources.files), commit];
    const rules = await exclusionRules(inputs.exclude, inputs.excludeGenerated);
    const relative = (path) => relativeTo(inputs.workingDirectory, path);
    const { measured, excluded } = selection_select(sources.files, rules, relative);
    const counts = sum(measured.map(({ blocks }) => countsOf(blocks)));
    if (counts.total === 0) {
        throw coverageFault('profile-no-statements', {
            subject: read.map(({ path }) => path).join(', '),
            detail: `${sources.files.length} files with ${profile.unit} in the profile, ${excluded.length} of them excluded, none left`,
        });
    }
    const unmeasured = sources.unmeasured.filter(({ path, text }) => exclusionOf(relative(path), text, rules) === undefined);
    const change = await changing;
    return {
        profile,
        read,
        modules: sources.modules,
        files: measured,
        excluded,
        unmeasured: unmeasured.map(({ path }) => path),
        outOfScope: outOfScope(unmeasured, sources.files.map(displayPath)),
        unreadable: sources.unreadable.filter((folder) => exclusionOf(relative(`${folder}/any/file.go`), undefined, rules) === undefined),
        checks,
        counts,
        checkout: git.rootAround(inputs.workingDirectory),
        change,
        patch: change.kind === 'known' ? patchCoverage(profile.format, measured, change.lines) : undefined,
        coverFunc: profile.format === 'go' ? coverFuncTotal(sources.files) : undefined,
    };
}
/** Waits for both, as git works while the profile is read; where both fail it is always the first that is said. */
async function sideBySide(one, other) {
    await Promise.allSettled([one, other]);
    return [await one, await other];
}
/** Refuses to judge changed lines that were not measured, for a gate that asks something of them. */
function refuseUnknownPatch({ change, files, profile, unmeasured }) {
    if (change.kind === 'unavailable') {
        throw coverageFault('diff-unavailable', {
            subject: 'patch-threshold',
            detail: change.because,
            ...(change.because.startsWith('git') && { hint: GIT_HINT }),
        });
    }
    if (change.kind === 'none')
        return;
    const absent = files.filter(({ source }) => source === undefined);
    if (absent.length > 0) {
        throw coverageFault('patch-unmeasured', {
            subject: absent[0]?.name ?? '',
            detail: `${absent.length} of ${files.length} files of the profile are not in the checkout, so their changed lines are not known`,
            hint: 'Set `working-directory` to the folder of the measured sources, or name these files in `exclude`.',
        });
    }
    const elsewhere = profile.format === 'go' ? files.filter((file) => !hasOwnCoordinates(file)) : [];
    const missing = [...unmeasured, ...elsewhere.map(displayPath)].filter((path) => change.lines.get(path)?.size);
    if (missing.length === 0)
        return;
    throw coverageFault('patch-unmeasured', {
        subject: missing[0] ?? '',
        detail: `the lines of ${missing.length} changed files are in no profile: ${missing.slice(0, 10).join(', ')}`,
    });
}
/** A path of the workspace as seen from a folder of it; one that is not below stays as it is. */
function relativeTo(folder, path) {
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

;// CONCATENATED MODULE: ./src/domain/coverage/packages.ts


/** The coverage of each package, the one with the most uncovered statements first. */
function packagesWorstFirst(files) {
    const groups = new Map();
    for (const { name, blocks } of files) {
        const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '.';
        const group = groups.get(folder) ?? [];
        group.push(countsOf(blocks));
        groups.set(folder, group);
    }
    return [...groups]
        .map(([name, all]) => ({ name, files: all.length, ...sum(all) }))
        .sort((a, b) => b.total - b.covered - (a.total - a.covered) || (a.name < b.name ? -1 : 1));
}

;// CONCATENATED MODULE: ./src/domain/coverage/proof.ts
function coverageProof(decision, subject) {
    const { counts, threshold } = decision.total;
    return {
        result: decision.verdict === 'pass' || decision.verdict === 'report' ? 'PASSED' : 'FAILED',
        configuration: subject.profiles.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } })),
        coverage: {
            covered: counts.covered,
            total: counts.total,
            threshold: threshold?.text ?? '0',
            service: subject.service,
            sha: subject.sha,
            runId: subject.runId,
        },
    };
}

;// CONCATENATED MODULE: ./actions/coverage-gate/report-file.ts


/** `schema` of the file behind the output `report-path`. */
const REPORT_SCHEMA = 'bookstore-actions/coverage-report/v1';
/**
 * The machine-readable report: totals, every file, and all that is needed to understand the number later. Counts are
 * integers, percentages are decimal strings that are cut off, absent values are null.
 */
function coverageReport(inputs, measured, decision) {
    const { total, patch, enforcement } = decision;
    return {
        schema: REPORT_SCHEMA,
        service: inputs.service.text,
        verdict: decision.verdict,
        enforced: enforcement.enforced,
        enforcedBecause: enforcement.because,
        unit: measured.profile.unit,
        covered: total.counts.covered,
        total: total.counts.total,
        missing: total.missing,
        percent: total.percent,
        threshold: total.threshold?.text ?? null,
        patch: patch
            ? {
                covered: patch.counts.covered,
                total: patch.counts.total,
                percent: patch.percent,
                threshold: patch.threshold?.text ?? null,
                binding: patch.binding,
                uncovered: measured.patch?.uncovered ?? [],
            }
            : null,
        change: measured.change.kind === 'known'
            ? { base: measured.change.base }
            : { because: measured.change.because },
        inputs: {
            profile: inputs.profile,
            format: inputs.format,
            workingDirectory: inputs.workingDirectory,
            risk: inputs.risk ?? null,
            mainRefs: inputs.mainRefs,
            exclude: inputs.exclude,
            excludeGenerated: inputs.excludeGenerated,
        },
        profiles: measured.read,
        format: measured.profile.format,
        modes: measured.profile.modes,
        modules: measured.modules.map(({ path, folder, go, toolchain }) => ({
            path,
            folder,
            go: go ?? null,
            toolchain: toolchain ?? null,
        })),
        checks: measured.checks,
        goToolCoverFunc: measured.coverFunc ?? null,
        files: measured.files.map((file) => {
            const counts = countsOf(file.blocks);
            return { path: displayPath(file), name: file.name, ...counts, percent: percentText(counts) ?? null };
        }),
        excluded: measured.excluded,
        unmeasured: measured.unmeasured,
        unreadable: measured.unreadable,
    };
}

;// CONCATENATED MODULE: ./actions/coverage-gate/summary.ts



const TITLES = {
    pass: '✅ passed',
    fail: '❌ failed',
    'would-fail': '⚠️ would fail where it is enforced',
    report: 'ℹ️ for information',
};
/** How many rows a table shows before the rest is folded. */
const ROWS = 15;
/** The job summary: a sentence, the packages worst first, the uncovered changed lines, and how the number came about. */
function summaryOf(inputs, measured, decision, headline) {
    return blocks(heading(3, md `Coverage of ${markdown_text(inputs.service.text)}: ${markdown_text(TITLES[decision.verdict])}`), markdown_text(headline), packageTable(measured), uncoveredLines(measured), details('How this number came about', bullets(explanation(inputs, measured, decision))));
}
function packageTable({ files, profile }) {
    const rows = packagesWorstFirst(files).map((entry) => [
        code(entry.name),
        markdown_text(String(entry.total - entry.covered)),
        markdown_text(`${entry.covered}/${entry.total}`),
        markdown_text(summary_percent(entry)),
    ]);
    const columns = ['package', `uncovered ${profile.unit}:`, 'covered:', 'percent:'];
    const rest = rows.slice(ROWS);
    return blocks(table(columns, rows.slice(0, ROWS)), rest.length > 0 ? details(`${rest.length} more packages`, table(columns, rest)) : markdown_text(''));
}
function uncoveredLines({ patch, change }) {
    if (patch === undefined) {
        return change.kind === 'unavailable'
            ? markdown_text(`Changed lines: not measured, because ${change.because}. Give actions/checkout fetch-depth: 0.`)
            : markdown_text('');
    }
    if (patch.uncovered.length === 0)
        return markdown_text('');
    const rows = patch.uncovered.map((range) => [
        code(place(range)),
        markdown_text(range.partial ? 'in part' : 'not at all'),
    ]);
    const rest = rows.slice(ROWS);
    return blocks(heading(4, markdown_text('Changed lines that no test runs')), table(['lines', 'run'], rows.slice(0, ROWS)), rest.length > 0 ? details(`${rest.length} more places`, table(['lines', 'run'], rest)) : markdown_text(''));
}
function place({ path, first, last }) {
    return first === last ? `${path}:${first}` : `${path}:${first}-${last}`;
}
function explanation(inputs, measured, { enforcement }) {
    const { profile, read, excluded, unmeasured, checks } = measured;
    return [
        md `${markdown_text(enforcement.enforced ? 'Enforced' : 'Not enforced')}: ${markdown_text(enforcement.because)}.`,
        md `Read: ${join(read.map(({ path }) => code(path)), ', ')}${markdown_text(profile.modes.length > 0 ? ` (mode ${profile.modes.join(', ')})` : '')}; every ${markdown_text(profile.format === 'go' ? 'block' : 'line')} counts once.`,
        ...coverFuncLine(measured),
        ...listing('Excluded', excluded.map(({ path, reason, total }) => {
            const why = reason === 'generated' ? 'generated' : reason.pattern;
            return `${path} (${why}, ${total} ${profile.unit})`;
        })),
        ...(inputs.exclude.length > 0 && excluded.every(({ reason }) => reason === 'generated')
            ? [markdown_text('No file matches `exclude`.')]
            : []),
        ...listing('In no profile, though it holds functions', unmeasured),
        ...checks.map(({ name, result, detail }) => markdown_text(`Checked for ${name}: ${result} (${detail}).`)),
    ];
}
/** Why the number differs from the one people know. */
function coverFuncLine({ coverFunc, counts, excluded }) {
    if (coverFunc === undefined)
        return [];
    const all = excluded.reduce((total, file) => total + file.total, counts.total);
    const literals = all - coverFunc.total;
    const why = literals === 0
        ? 'it prints one digit, rounded'
        : `it leaves out ${literals} statements in function literals of package-level variables, and rounds`;
    const excludedHint = excluded.length > 0 ? '; it knows no exclusions' : '';
    return [
        md `${code('go tool cover -func')} counts ${markdown_text(`${coverFunc.covered}/${coverFunc.total} (${summary_percent(coverFunc)})`)}: ${markdown_text(why + excludedHint)}.`,
    ];
}
function listing(title, entries) {
    if (entries.length === 0)
        return [];
    const more = entries.length > ROWS ? md ` and ${markdown_text(String(entries.length - ROWS))} more` : markdown_text('');
    return [md `${markdown_text(title)}: ${join(entries.slice(0, ROWS).map(code), ', ')}${more}.`];
}
function summary_percent(counts) {
    return `${percentText(counts) ?? '-'} %`;
}

;// CONCATENATED MODULE: ./actions/coverage-gate/report.ts







/** GitHub keeps ten annotations of a level per step; one is the verdict's, or that of the caveats. */
const UNCOVERED_ANNOTATIONS = 9;
const WORST_PACKAGES = 5;
/** What the gate says when it could measure. */
function toReport(inputs, context, measured, decision) {
    const headline = sentence(inputs, measured, decision);
    const { verdict, total, patch } = decision;
    const { enforced } = decision.enforcement;
    const caveats = caveatsOf(measured);
    return {
        conclusion: verdict === 'fail' ? 'failure' : 'success',
        headline,
        log: [...logLines(measured, decision), ...(enforced ? [] : caveats.map((caveat) => `  ${caveat}`))],
        outputs: {
            outcome: verdict,
            enforced: String(enforced),
            reason: headline,
            covered: String(total.counts.covered),
            total: String(total.counts.total),
            missing: String(total.missing),
            percent: total.percent,
            ...(patch && {
                'patch-covered': String(patch.counts.covered),
                'patch-total': String(patch.counts.total),
                'patch-percent': patch.percent,
            }),
        },
        summary: summaryOf(inputs, measured, decision, headline),
        annotations: [
            ...(enforced && caveats.length > 0 ? [warning(caveats.join(' '))] : []),
            ...annotationsOf(measured, decision, headline),
        ],
        files: filesOf(inputs, context, measured, decision),
        evidence: claimOf(inputs, decision, headline),
    };
}
function claimOf({ risk }, { verdict, total, patch, enforcement }, reason) {
    return {
        outcome: verdict,
        ...(verdict === 'fail' && { class: 'code' }),
        reason,
        details: {
            covered: total.counts.covered,
            total: total.counts.total,
            percent: total.percent,
            threshold: total.threshold?.text ?? null,
            risk: risk ?? null,
            enforced: enforcement.enforced,
            patch: patch ? { ...patch.counts, threshold: patch.threshold?.text ?? null } : null,
        },
    };
}
/** What the gate says when it could not: the same words whether or not it stops the job. */
function toErrorReport(inputs, fault, enforced) {
    const reason = `${inputs.service.text}: ${fault.message}`;
    const headline = enforced.enforced ? reason : `${reason} Not enforced: ${enforced.because}.`;
    return {
        conclusion: enforced.enforced ? 'failure' : 'success',
        headline,
        log: [],
        outputs: { outcome: 'error', enforced: String(enforced.enforced), reason: headline },
        summary: blocks(heading(3, markdown_text(`Coverage of ${inputs.service.text}: could not be measured`)), markdown_text(headline)),
        annotations: enforced.enforced ? [] : [warning(headline)],
        files: [],
        evidence: { outcome: 'error', class: fault.class, reason: headline, details: {} },
    };
}
/** `payments-worker: 79.95 % (1599/2000 statements) is below the required 80 %: 1 statement short.` */
function sentence(inputs, { profile, change }, decision) {
    const { total, patch, verdict, enforcement } = decision;
    const parts = [`${inputs.service.text}: ${judged(total, profile.unit)}.`];
    if (patch)
        parts.push(`Changed lines: ${judged(patch, 'lines')}${patch.threshold && !patch.binding ? ', too few to bind' : ''}.`);
    else if (inputs.patchThreshold !== undefined && change.kind === 'none')
        parts.push(`No changed lines: ${change.because}.`);
    if (verdict === 'would-fail')
        parts.push(`Not enforced: ${enforcement.because}.`);
    return parts.join(' ');
}
function judged({ counts, percent, threshold, reached, missing }, unit) {
    const figures = `${percent} % (${counts.covered}/${counts.total} ${unit})`;
    if (threshold === undefined)
        return `${figures}, no threshold is set`;
    if (reached)
        return `${figures} reaches the required ${threshold.text} %`;
    return `${figures} is below the required ${threshold.text} %: ${missing} ${missing === 1 ? unit.slice(0, -1) : unit} short`;
}
/** The packages to look at, where something is missing. */
function logLines({ files, profile }, { total }) {
    if (total.reached)
        return [];
    return packagesWorstFirst(files)
        .slice(0, WORST_PACKAGES)
        .filter((entry) => entry.covered < entry.total)
        .map((entry) => `  ${entry.name}: ${entry.total - entry.covered} of ${entry.total} ${profile.unit} are not covered`);
}
function annotationsOf({ patch, checkout }, { verdict }, headline) {
    const ranges = patch?.uncovered ?? [];
    const level = verdict === 'fail' ? 'warning' : 'notice';
    const shown = ranges
        .slice(0, UNCOVERED_ANNOTATIONS)
        .map(({ path, first, last, partial }, index) => ({
        level,
        title: partial ? 'Partly covered' : 'Not covered',
        message: rangeMessage(first, last, partial) + moreMessage(index, ranges.length),
        // GitHub knows the files of the repository alone, whatever folder of the workspace it is in
        file: relativeTo(checkout, path),
        startLine: first,
        endLine: last,
    }));
    return verdict === 'would-fail' ? [warning(headline), ...shown] : shown;
}
function warning(message) {
    return { level: 'warning', title: 'coverage-gate', message };
}
function rangeMessage(first, last, partial) {
    const lines = first === last ? `Changed line ${first} is` : `Changed lines ${first} to ${last} are`;
    return `${lines} ${partial ? 'only partly run' : 'not run'} by any test.`;
}
function moreMessage(index, all) {
    const more = all - UNCOVERED_ANNOTATIONS;
    return more > 0 && index === UNCOVERED_ANNOTATIONS - 1 ? ` ${more} more places are in the summary.` : '';
}
/** The report, and the proof to be signed: only where a commit and a run are known is there something to prove. */
function filesOf(inputs, { sha, runId }, measured, decision) {
    const report = {
        name: 'coverage-report.json',
        content: json(coverageReport(inputs, measured, decision)),
        pathOutput: 'report-path',
    };
    if (sha === undefined || runId === undefined)
        return [report];
    const proof = coverageProof(decision, { service: inputs.service.text, sha, runId, profiles: measured.read });
    return [
        report,
        {
            name: 'coverage-predicate.json',
            content: json(proof),
            pathOutput: 'predicate-path',
            digestOutput: 'predicate-sha256',
        },
    ];
}
function json(value) {
    return `${JSON.stringify(value, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./actions/coverage-gate/requirements.ts



/**
 * When a miss stops the job, from `risk` or from `threshold` and `enforce-on`.
 *
 * @throws {Fault} `input-invalid` when both or neither are given: there is no policy to be lenient by
 */
function enforceOnOf({ risk, threshold, enforceOn }) {
    if (risk !== undefined && (threshold !== undefined || enforceOn !== undefined)) {
        throw inputFault([
            {
                input: 'risk',
                seen: risk,
                expected: 'either risk, or threshold with enforce-on, and not both: a risk stands for both of them',
            },
        ]);
    }
    if (risk !== undefined)
        return RISK_POLICIES[risk].enforceOn;
    if (threshold === undefined) {
        throw inputFault([
            {
                input: 'risk',
                seen: undefined,
                expected: 'read-only, write-path or money; or give threshold and enforce-on',
            },
        ]);
    }
    return enforceOn ?? 'all';
}
/**
 * What is asked of the total and of the changed lines.
 *
 * @throws {Fault} `input-invalid` when a threshold is no percentage
 */
function requirementsOf(inputs) {
    const problems = [inputs.threshold, inputs.patchThreshold].flatMap((threshold) => threshold !== undefined && 'problem' in threshold ? [threshold.problem] : []);
    if (problems.length > 0)
        throw inputFault(problems);
    return {
        policy: inputs.risk !== undefined
            ? RISK_POLICIES[inputs.risk]
            : { risk: undefined, threshold: requirements_valueOf(inputs.threshold), enforceOn: enforceOnOf(inputs) },
        patch: { threshold: requirements_valueOf(inputs.patchThreshold), minimum: inputs.patchMinStatements },
    };
}
function requirements_valueOf(threshold) {
    return threshold !== undefined && 'value' in threshold ? threshold.value : undefined;
}
/** The event as the enforcement table needs it. */
function runEventOf({ event, ref, payload }) {
    return {
        name: event,
        ref,
        mergeGroupBase: textAt(payload, 'merge_group', 'base_ref'),
        defaultBranch: textAt(payload, 'repository', 'default_branch'),
    };
}

;// CONCATENATED MODULE: ./actions/coverage-gate/gate.ts







/** Measures the profiles of a service and holds them against its policy. */
async function gate(inputs, context, ports) {
    const enforced = enforcement(enforceOnOf(inputs), inputs.mainRefs, runEventOf(context));
    try {
        const { policy, patch } = requirementsOf(inputs);
        const measured = await measure_measure(inputs, context, ports);
        if (needsEveryPackage(policy))
            refuseOutOfScope(measured);
        if (patch.threshold !== undefined)
            refuseUnknownPatch(measured);
        return toReport(inputs, context, measured, decide(measured.counts, measured.patch, policy, patch, enforced));
    }
    catch (error) {
        if (!(error instanceof Fault))
            throw error;
        return toErrorReport(inputs, error, enforced);
    }
}

;// CONCATENATED MODULE: ./actions/coverage-gate/inputs.ts




const inputs_percent = using('a percentage from 0 to 100', (value) => Percent.parse(value));
/** The inputs of action.yml, with the same defaults. */
const inputs = {
    service: required(using('the name of the service', (value) => ServiceName.parse(value))),
    profile: withDefault(lines(input_spec_text('a path or a glob')), 'coverage.out'),
    format: withDefault(input_spec_oneOf('auto', 'go', 'lcov'), 'auto'),
    'working-directory': withDefault(using('a folder inside the workspace', parseFolder), '.'),
    risk: optional(input_spec_oneOf('read-only', 'write-path', 'money')),
    threshold: deferred(inputs_percent),
    'enforce-on': optional(input_spec_oneOf('never', 'main', 'all')),
    'main-refs': withDefault(lines(using(`a full ref, a pattern of full refs, or ${DEFAULT_BRANCH}`, parseMainRef)), PUBLISHING_REFS.join('\n')),
    'patch-threshold': deferred(inputs_percent),
    'patch-min-statements': withDefault(input_spec_integer(0), '0'),
    exclude: withDefault(lines(using('a glob', parseExclusion)), ''),
    'exclude-generated': withDefault(flag(), 'true'),
};
/** The outputs of action.yml. */
const outputs = [
    'outcome',
    'enforced',
    'reason',
    'covered',
    'total',
    'missing',
    'percent',
    'patch-covered',
    'patch-total',
    'patch-percent',
    'report-path',
    'predicate-path',
    'predicate-sha256',
    'evidence',
    'evidence-sha256',
];
/** The files that it can leave beside its evidence: the report, and the proof to be signed. */
const files = ['coverage-report.json', 'coverage-predicate.json'];
/** A glob; one that begins with `!` would exclude everything else. */
function parseExclusion(value) {
    if (/^!(?!\()/.test(value))
        throw new RangeError('globs of what does not count; a glob cannot take files back in with "!"');
    return value;
}
/** A relative folder that does not leave the workspace, without a trailing slash. */
function parseFolder(value) {
    const path = value.replaceAll('\\', '/');
    const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.');
    if (/^(?:\/|[A-Za-z]:)/.test(path) || segments.includes('..')) {
        throw new RangeError('a folder inside the workspace, relative to it');
    }
    return segments.length === 0 ? '.' : segments.join('/');
}

;// CONCATENATED MODULE: ./actions/coverage-gate/main.ts






/** Runs coverage-gate on this machine. */
async function run() {
    const shell = systemShell();
    const workspace = shell.runner.context().workspace;
    await execute({ name: 'coverage-gate', inputs: inputs, outputs: outputs, files: files, run: gate }, shell, {
        files: nodeFiles(workspace),
        git: gitCli(workspace),
    });
}


/***/ }),

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(351);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
