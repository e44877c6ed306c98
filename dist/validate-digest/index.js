import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 32792:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(79991);

await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 79991:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
;// CONCATENATED MODULE: ./src/domain/oci/media-types.ts
/** @see https://github.com/opencontainers/image-spec/blob/main/media-types.md */
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
/** @see https://distribution.github.io/distribution/spec/manifest-v2-2/ */
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const INDEX_TYPES = [OCI_INDEX, DOCKER_LIST];
const MANIFEST_TYPES = [OCI_MANIFEST, DOCKER_MANIFEST];
/** The configs of images; a manifest with another one is no image. */
const CONFIG_TYPES = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** Layers of what is stored beside an image, under an image's config. */
const BESIDE_IMAGE = /^application\/vnd\.(?:in-toto\b|dev\.cosign\b|dev\.sigstore\b|dsse\.envelope)/;

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

;// CONCATENATED MODULE: ./src/domain/oci/registry-faults.ts

/** What a registry can have to say against a digest, and why it may have nothing to say. */
const REGISTRY_FAULTS = {
    'image-missing': {
        class: 'policy',
        meaning: 'The registry has no manifest with this digest',
        cure: 'Check that `image` names the repository that the build pushed to, and that nothing cleaned it up since.',
    },
    'image-is-blob': {
        class: 'configuration',
        meaning: 'The digest is that of a config (an image ID) or of a layer, not of a manifest',
        cure: 'Hand on the `digest` output of docker/build-push-action, not `imageid`, and not what docker inspect calls Id.',
    },
    'image-foreign-bytes': {
        class: 'policy',
        meaning: 'What the registry gives for a digest does not hash to it, or has another size than the index says',
        cure: 'The registry, or a proxy in front of it, gives something else than what was asked for: do not use it until that is explained.',
    },
    'image-not-image': {
        class: 'policy',
        meaning: 'The manifest is a signature, an attestation or another artifact, not an image',
        cure: 'Hand on the digest of the image itself, as the step reported it that pushed the image.',
    },
    'image-no-index': {
        class: 'policy',
        meaning: '`require-index` is set, and the digest is that of a single-platform manifest',
        cure: 'Build for several platforms (or with provenance) so that an index is pushed, and hand on its digest.',
    },
    'image-lacks-platform': {
        class: 'policy',
        meaning: 'The image is not there for every platform of `platforms`',
        cure: 'Give the build step the same `platforms`, and hand on the digest of the index, not of one of its manifests.',
    },
    'image-other-platform': {
        class: 'policy',
        meaning: 'The index says another platform of a manifest than the config of that manifest does',
        cure: 'A node of the platform in the index would get a program that it cannot run: build that platform again, and push a new index.',
    },
    'manifest-malformed': {
        class: 'policy',
        meaning: 'A manifest cannot be read: no OCI or Docker manifest or index, contradicting itself, larger than 4 MiB, or naming more than 200 others',
        cure: 'Push the image with a current builder (buildx, ko, crane), which writes OCI or Docker schema 2 manifests.',
    },
    'registry-denied': {
        class: 'configuration',
        meaning: 'The registry does not let this job read the image',
        cure: 'Log in before this step (docker/login-action, or a credential helper), with a login that may pull; on GHCR the job needs `permissions: packages: read`.',
    },
    'registry-unavailable': {
        class: 'infrastructure',
        meaning: 'The registry did not answer, or only with errors, after several tries',
        cure: 'Look at the status of the registry and the network of the runner, and re-run the job.',
    },
    'registry-unsafe': {
        class: 'policy',
        meaning: 'The registry sends clients, or their credentials, to a place that is not protected',
        cure: 'Serve the registry and its token service over https.',
    },
    'credentials-unreadable': {
        class: 'configuration',
        meaning: 'The docker configuration or a credential helper that it names cannot be used',
        cure: 'Repair or remove config.json in the folder of DOCKER_CONFIG (~/.docker), or install the helper that it names.',
    },
};
const registryFault = faultsOf(REGISTRY_FAULTS);

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
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

;// CONCATENATED MODULE: ./src/domain/oci/docker-hub.ts
/** The names by which Docker Hub goes in image names; its API is served under the last of them alone. */
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
/**
 * The whole name of what docker would look for on Docker Hub.
 *
 * @example nameOnDockerHub('nginx') === 'docker.io/library/nginx'
 * @example nameOnDockerHub('index.docker.io/org/orders') === 'docker.io/org/orders'
 */
function nameOnDockerHub(name) {
    const slash = name.indexOf('/');
    const path = DOCKER_HUB.includes(name.slice(0, Math.max(slash, 0))) ? name.slice(slash + 1) : name;
    return `docker.io/${path.includes('/') ? '' : 'library/'}${path}`;
}

;// CONCATENATED MODULE: ./src/adapters/registry/places.ts

/** Where the API of a registry is served. On the own machine there is no TLS, as for cosign and docker. */
function originOf(registry) {
    if (DOCKER_HUB.includes(registry))
        return new URL('https://registry-1.docker.io');
    const url = new URL(`https://${registry}`);
    return isLoopback(url) ? new URL(`http://${registry}`) : url;
}
/** The names under which a docker configuration can hold the login of a registry, the usual one first. */
function configKeys(registry) {
    return DOCKER_HUB.includes(registry) ? ['https://index.docker.io/v1/', ...DOCKER_HUB] : [registry];
}
/**
 * Whether what one place answered may send a client to another one. What began with TLS goes on with it; only a registry of this
 * machine, which never had it, may name another place of this machine: a remote one has no business there.
 */
function mayLeadTo(from, to) {
    return to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:' && isLoopback(to));
}
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./src/domain/shared/quoted.ts
/** How much of a text that somebody else wrote is repeated in a message, in characters. */
const MOST = 200;
/**
 * A text of somebody else as a part of a message: on one line, without what is not printable, in quotes, and cut off.
 *
 * @example quoted('denied:\n  no\u0007') === '"denied: no"'
 */
function quoted(text) {
    const line = text.replace(/[\s\p{C}]+/gu, ' ').trim();
    const shown = JSON.stringify(line.slice(0, MOST));
    return line.length > MOST ? `${shown} and ${line.length - MOST} more characters` : shown;
}

;// CONCATENATED MODULE: ./src/adapters/registry/run-helper.ts


const SECONDS = 60;
const ANSWER_CHARACTERS = 1024 * 1024;
const COMPLAINT_CHARACTERS = 4096;
/**
 * Asks a credential helper for a login, with the registry on standard input. What it says on standard error is part of its failure.
 *
 * @param signal ends it: it has a minute
 */
async function runHelper(program, registry, environment, 
// unlike the option `timeout`, this keeps no process alive when there is no helper to end
signal = AbortSignal.timeout(SECONDS * 1000)) {
    const child = (0,external_node_child_process_namespaceObject.spawn)(program, ['get'], { env: environment, stdio: 'pipe', signal });
    const answer = beginningOf(child.stdout, ANSWER_CHARACTERS);
    const complaint = beginningOf(child.stderr, COMPLAINT_CHARACTERS);
    // what a helper leaves behind, such as an agent, can hold its outputs open for as long as it runs
    signal.addEventListener('abort', () => {
        child.stdout.destroy();
        child.stderr.destroy();
    });
    child.on('exit', (code) => {
        if (code === 0)
            child.stderr.destroy();
    });
    // a helper may end without reading
    child.stdin.on('error', () => undefined);
    child.stdin.end(registry);
    const end = await endOf(child);
    if (end === undefined && !signal.aborted)
        return { answer: answer(), failure: undefined };
    const failure = signal.aborted ? `it gave no answer in ${SECONDS} seconds` : String(end);
    const said = complaint().trim();
    return { answer: answer(), failure: said === '' ? failure : `${failure}, saying ${quoted(said)}` };
}
/** How it ended, where that is not well. */
function endOf(child) {
    return new Promise((resolve) => {
        child.on('error', ({ name, ...error }) => {
            // it was ended for its time: that it has closed is told by itself
            if (name !== 'AbortError')
                resolve(`it cannot be run (${String(error.code)})`);
        });
        child.on('close', (code, signal) => {
            if (code === 0)
                resolve(undefined);
            else
                resolve(code === null ? `it was ended by ${String(signal)}` : `it ended with code ${code}`);
        });
    });
}
function beginningOf(stream, characters) {
    let text = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        text = (text + chunk).slice(0, characters);
    });
    return () => text;
}

;// CONCATENATED MODULE: ./src/adapters/registry/docker-credentials.ts







/**
 * The login of a registry as docker keeps it, in `config.json` of the folder that `DOCKER_CONFIG` names, else of `~/.docker`: from the
 * credential helper of the registry, else from the store of all registries, else from the file itself.
 *
 * @returns undefined where there is none
 * @throws {Fault} `credentials-unreadable`, without a word of what is in the file or was answered by a helper
 * @see https://docs.docker.com/reference/cli/docker/login/#credential-stores
 */
async function dockerCredentials(registry, environment) {
    const path = configPath(environment);
    const config = readConfig(path);
    const keys = configKeys(registry);
    const helpers = section(config, 'credHelpers');
    const stored = [...keys.map((key) => helpers[key]), config['credsStore']].find(isName);
    const [server = registry] = keys;
    const fromHelper = stored === undefined ? undefined : await askHelper(stored, server, environment);
    return fromHelper ?? fromFile(section(config, 'auths'), keys, path);
}
/** An empty variable counts as not set. */
function configPath({ DOCKER_CONFIG: folder, HOME: home }) {
    if (folder !== undefined && folder !== '')
        return (0,external_node_path_.join)(folder, 'config.json');
    return (0,external_node_path_.join)(home === undefined || home === '' ? (0,external_node_os_.homedir)() : home, '.docker', 'config.json');
}
function section(config, name) {
    const value = config[name];
    return isRecord(value) ? value : {};
}
function isName(value) {
    return typeof value === 'string' && value !== '';
}
function readConfig(path) {
    let content;
    try {
        content = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const code = error.code;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return {};
        throw unreadable(path, `it cannot be read (${String(code)})`);
    }
    try {
        const config = JSON.parse(content);
        if (isRecord(config))
            return config;
    }
    catch {
        // the message of the parser would quote the file
    }
    throw unreadable(path, 'it is not a JSON object');
}
function fromFile(auths, keys, path) {
    const name = Object.keys(auths).find((key) => keys.includes(key) || keys.includes(hostOf(key)));
    const entry = name === undefined ? undefined : auths[name];
    if (!isRecord(entry))
        return undefined;
    if (isName(entry['registrytoken']))
        return { kind: 'bearer', token: entry['registrytoken'] };
    if (isName(entry['identitytoken']))
        return { kind: 'identity', token: entry['identitytoken'] };
    const { username, password } = isName(entry['auth']) ? decoded(entry['auth'], path) : entry;
    return isName(username) && isName(password) ? { kind: 'password', username, password } : undefined;
}
/** `https://ghcr.io/v2/` and `ghcr.io` are the same registry. */
function hostOf(key) {
    return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}
function decoded(auth, path) {
    const pair = Buffer.from(auth, 'base64').toString('utf8').replace(/\0+$/, '');
    const colon = pair.indexOf(':');
    if (colon < 0)
        throw unreadable(path, 'an `auth` in it is not the base64 of a user and a password');
    return { username: pair.slice(0, colon), password: pair.slice(colon + 1) };
}
/** Speaks the protocol of docker-credential-helpers: the registry on standard input, JSON on standard output. */
async function askHelper(name, server, environment) {
    const program = `docker-credential-${name}`;
    if (!/^[\w.-]+$/.test(name))
        throw unreadable(program, 'this is no name of a credential helper');
    const { answer, failure } = await runHelper(program, server, environment);
    if (failure !== undefined) {
        if (/credentials not found/i.test(answer))
            return undefined;
        throw unreadable(program, failure);
    }
    const { Username: username, Secret: secret } = parsed(program, answer);
    if (!isName(secret))
        return undefined;
    if (username === '<token>')
        return { kind: 'identity', token: secret };
    return isName(username) ? { kind: 'password', username, password: secret } : undefined;
}
function parsed(program, output) {
    try {
        const answer = JSON.parse(output);
        if (isRecord(answer))
            return answer;
    }
    catch {
        // the message of the parser would quote the secret
    }
    throw unreadable(program, 'it did not answer with a JSON object');
}
function unreadable(subject, detail) {
    return registryFault('credentials-unreadable', { subject, detail });
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./src/adapters/registry/exchange.ts


const MAX_REDIRECTS = 5;
/** What is read of an answer that is a refusal; the rest of it does not matter. */
const REFUSAL_BYTES = 64 * 1024;
/** There was no whole answer: no connection, one that broke, or none in time. */
class NoAnswer extends Error {
    constructor(cause) {
        super(reasonOf(cause), { cause });
        this.name = 'NoAnswer';
    }
}
/**
 * Sends a request and reads the whole answer. Redirects of `GET` and `HEAD` are followed; credentials stay with the host that they were
 * for, and what began protected is not continued without protection.
 *
 * @throws {Fault} `registry-unsafe`, `manifest-malformed` for a body that is too large
 * @throws {NoAnswer}
 */
async function exchange(request) {
    const signal = AbortSignal.timeout(request.timeoutMilliseconds);
    let { url, authorization } = request;
    for (let redirects = 0;; redirects++) {
        const response = await network(fetch(url, {
            method: request.method,
            headers: { ...request.headers, ...(authorization !== undefined && { authorization }) },
            ...(request.body !== undefined && { body: request.body }),
            redirect: 'manual',
            signal,
        }));
        const next = redirectOf(request, response, url);
        if (next === undefined || redirects === MAX_REDIRECTS) {
            const body = await readBody(response, url, request.maxBytes);
            const isAuthorized = authorization !== undefined;
            return { status: response.status, headers: response.headers, body, url, isAuthorized };
        }
        await response.body?.cancel();
        if (next.origin !== url.origin)
            authorization = undefined;
        url = next;
    }
}
/** Where to go on; undefined for an answer that is no redirect, or one that is not to be followed. */
function redirectOf({ method, follow = true }, response, from) {
    const location = response.headers.get('location');
    const isRedirect = [301, 302, 303, 307, 308].includes(response.status);
    if (!follow ||
        method === 'POST' ||
        !isRedirect ||
        location === null ||
        !URL.canParse(location, from.href)) {
        return undefined;
    }
    const next = new URL(location, from);
    if (mayLeadTo(from, next))
        return next;
    throw registryFault('registry-unsafe', {
        subject: from.host,
        detail: `it redirects to ${next.protocol}//${next.host}, without TLS`,
    });
}
async function readBody(response, { host }, maxBytes) {
    const limit = response.ok ? maxBytes : REFUSAL_BYTES;
    const chunks = [];
    const reader = response.body?.getReader();
    if (reader === undefined)
        return new Uint8Array();
    for (let size = 0;;) {
        const { done, value } = await network(reader.read());
        if (done)
            return Buffer.concat(chunks);
        size += value.length;
        if (size > limit) {
            await reader.cancel();
            if (!response.ok)
                return Buffer.concat(chunks);
            throw registryFault('manifest-malformed', {
                subject: host,
                detail: `its answer has more than ${limit} bytes, which no manifest and no config has`,
            });
        }
        chunks.push(value);
    }
}
/** What the network throws, whatever it is, and nothing else. */
async function network(act) {
    try {
        return await act;
    }
    catch (error) {
        throw new NoAnswer(error);
    }
}
/** `fetch failed` says nothing; what is behind it does. */
function reasonOf(error) {
    const { message, cause } = error;
    if (cause === undefined)
        return message ?? String(error);
    const { message: reason, code } = cause;
    return [reason, code].find((text) => text !== undefined && text !== '') ?? String(message);
}

;// CONCATENATED MODULE: ./src/adapters/registry/patience.ts


const USUAL_PATIENCE = {
    tries: 5,
    triesForMissing: 3,
    wait: promises_namespaceObject.setTimeout,
    random: Math.random,
    now: Date.now,
    elapsed: () => performance.now(),
};
/** Of a run that does other things between its requests, so that the time since the first one says nothing. */
const UNHURRIED_PATIENCE = { ...USUAL_PATIENCE, elapsed: () => 0 };
/** What all requests of a run to registries may take together. */
const RUN_MILLISECONDS = 5 * 60_000;
/** Said where that time is over. */
const OUT_OF_TIME = `the ${duration(RUN_MILLISECONDS)} that a run has for its registries are over`;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** What is asked for is given, up to this; who asks for more is not waited for at all. */
const LONGEST_RETRY_AFTER = 60_000;
/** The milliseconds that are left to the requests of a run. The time begins when it is first asked for. */
function timeOfRun({ elapsed }) {
    let end;
    return () => {
        end ??= elapsed() + RUN_MILLISECONDS;
        return end - elapsed();
    };
}
/**
 * Repeats a request while it fails for a reason that can pass: no whole answer, 404, 429 and 5xx. The pauses double, each of a random
 * length from half of it on, so that jobs which failed together do not come back together; `Retry-After` goes before.
 *
 * @throws {Fault} of the request, at once
 */
async function tryPatiently(occasion, send) {
    const { patience, left, onPause } = occasion;
    for (let tries = 1;; tries++) {
        const tried = await tryOnce(send, tries);
        const limit = 'answer' in tried && tried.answer.status === 404 ? patience.triesForMissing : patience.tries;
        if (tries >= limit || ('answer' in tried && !canPass(tried.answer.status)))
            return tried;
        const asked = askedPause(tried, patience);
        if (asked !== undefined && asked > LONGEST_RETRY_AFTER)
            return { ...tried, stopped: tooLong(asked) };
        const milliseconds = asked ?? ownPause(tried, patience);
        if (milliseconds >= left())
            return { ...tried, stopped: { detail: OUT_OF_TIME } };
        onPause(tried, milliseconds, limit);
        await patience.wait(milliseconds);
    }
}
async function tryOnce(send, tries) {
    try {
        return { answer: await send(), tries };
    }
    catch (error) {
        if (!(error instanceof NoAnswer))
            throw error;
        return { error, tries };
    }
}
function canPass(status) {
    return status === 404 || isTrouble(status);
}
/** Whether an answer says nothing but that the registry cannot answer now. */
function isTrouble(status) {
    return status === 408 || status === 429 || status >= 500;
}
function askedPause(tried, { now }) {
    return 'answer' in tried ? retryAfter(tried.answer.headers.get('retry-after'), now()) : undefined;
}
function ownPause({ tries }, { random }) {
    const longest = Math.min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
    return Math.round(longest * (0.5 + random() / 2));
}
function tooLong(asked) {
    return {
        detail: `it asks to be left alone for ${duration(asked)}, and this waits for ${duration(LONGEST_RETRY_AFTER)} at most`,
        hint: 'Re-run the job when that time is over; with a login, most registries give more before they ask for it.',
    };
}
/** Seconds, or a date; in milliseconds from now. */
function retryAfter(header, now) {
    if (header === null)
        return undefined;
    if (/^\d{1,9}$/.test(header))
        return Number(header) * 1000;
    const date = Date.parse(header);
    return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
/** `90 seconds`, `5 minutes`, `24 hours`: never less than it is. */
function duration(milliseconds) {
    const seconds = Math.ceil(milliseconds / 1000);
    if (seconds <= 120)
        return `${seconds} seconds`;
    const minutes = Math.ceil(seconds / 60);
    return minutes <= 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

;// CONCATENATED MODULE: ./src/domain/oci/registry-words.ts

/** More than one registry has ever given; the others are passed over. */
const MOST_ERRORS = 3;
/**
 * What a registry says in the body of an answer that is a refusal, as it says it; undefined where it says nothing in the form of the
 * specification.
 *
 * @example registryWords(bytes) // DENIED: requested access to the resource is denied
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes
 */
function registryWords(body) {
    const words = errorsIn(body)
        .slice(0, MOST_ERRORS)
        .map((error) => (isRecord(error) ? [error['code'], error['message']].filter(isText).join(': ') : ''))
        .filter(isText);
    return words.length === 0 ? undefined : words.join('; ');
}
function errorsIn(body) {
    try {
        const document = JSON.parse(new TextDecoder().decode(body));
        const errors = isRecord(document) ? document['errors'] : undefined;
        return Array.isArray(errors) ? errors : [];
    }
    catch {
        return [];
    }
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./src/adapters/registry/proxy.ts
const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
/**
 * What to do about a proxy that is set and that Node passes by, for a connection that failed; undefined where that is not the case.
 * The address of the proxy is not repeated, as it can hold a password.
 *
 * @param version of Node, `24.5.0`
 * @see https://nodejs.org/api/cli.html#node_use_env_proxy1
 */
function unusedProxyHint(environment, version) {
    const set = VARIABLES.filter((name) => (environment[name] ?? '') !== '');
    if (set.length === 0)
        return undefined;
    const asked = environment['NODE_USE_ENV_PROXY'] === '1' || /--use-env-proxy\b/.test(environment['NODE_OPTIONS'] ?? '');
    if (asked && knowsProxies(version))
        return undefined;
    const cure = knowsProxies(version) ? 'set' : 'that takes Node 22.21, 24.5 or newer, and';
    return `Node ${version} does not use the proxy of ${set.join(', ')}: ${cure} NODE_USE_ENV_PROXY: 1 in the \`env:\` of the step.`;
}
function knowsProxies(version) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21);
}

;// CONCATENATED MODULE: ./src/adapters/registry/patient-client.ts






/** What all requests of a run go through, whatever the registry: they share its time, and what is secret in it. */
class PatientClient {
    #options;
    #left;
    #secrets = new Set();
    constructor(options) {
        this.#options = options;
        this.#left = timeOfRun(options.patience);
    }
    /** Takes care that a secret is shown nowhere. */
    hide(secret) {
        this.#secrets.add(secret);
        this.#options.onSecret(secret);
    }
    /**
     * One exchange, within the time of the run.
     *
     * @throws {Fault} `registry-unavailable` where it is over, or of the exchange
     * @throws {NoAnswer}
     */
    async exchange(request) {
        const left = Math.ceil(this.#left());
        if (left <= 0)
            throw registryFault('registry-unavailable', { subject: request.url.host, detail: OUT_OF_TIME });
        const timeoutMilliseconds = Math.min(this.#options.timeoutMilliseconds, left);
        return exchange({ ...request, timeoutMilliseconds });
    }
    /**
     * The answer to what is sent, again and again while there is hope for one.
     *
     * @param host where it is sent to
     * @throws {Fault} `registry-unavailable`, or of what is sent
     */
    async patiently(host, effort, send) {
        const patience = withEffort(this.#options.patience, effort);
        const onPause = (tried, milliseconds, tries) => {
            const seen = 'answer' in tried ? this.said(tried.answer) : noAnswer(host, tried.error);
            const next = `try ${tried.tries + 1} of ${tries} in ${(milliseconds / 1000).toFixed(1)} s`;
            this.#options.log.info(`${seen}; ${next}`);
        };
        const tried = await tryPatiently({ patience, left: this.#left, onPause }, send);
        if ('answer' in tried && !isTrouble(tried.answer.status))
            return tried.answer;
        throw this.#unavailable(host, tried);
    }
    /** `ghcr.io answered 403, saying "DENIED: requested access to the resource is denied"` */
    said(answer) {
        const words = registryWords(answer.body);
        const hidden = [...this.#secrets].reduce((text, secret) => text?.replaceAll(secret, '***'), words);
        const saying = hidden === undefined ? '' : `, saying ${quoted(hidden)}`;
        return `${answer.url.host} answered ${answer.status}${saying}`;
    }
    #unavailable(host, tried) {
        const { tries, stopped } = tried;
        const seen = 'answer' in tried ? this.said(tried.answer) : noAnswer(host, tried.error);
        const proxy = 'error' in tried ? unusedProxyHint(this.#options.environment, process.versions.node) : undefined;
        const cure = stopped?.hint ?? REGISTRY_FAULTS['registry-unavailable'].cure;
        return registryFault('registry-unavailable', {
            subject: host,
            detail: stopped === undefined ? `${seen}, at the last of ${tries} tries` : `${seen}; ${stopped.detail}`,
            hint: proxy === undefined ? cure : `${proxy} ${cure}`,
            ...('error' in tried && { cause: tried.error }),
        });
    }
}
function withEffort(patience, effort) {
    if (effort === 'late')
        return patience;
    return { ...patience, triesForMissing: 1, ...(effort === 'once' && { tries: 1 }) };
}
function noAnswer(host, { message }) {
    return `there was no answer of ${host} (${message})`;
}

;// CONCATENATED MODULE: ./src/adapters/registry/challenge.ts
/**
 * Reads the first challenge that this client can meet; undefined where there is none.
 *
 * @example parseChallenge('Bearer realm="https://ghcr.io/token",service="ghcr.io"').realm === 'https://ghcr.io/token'
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
function parseChallenge(header) {
    if (header === null)
        return undefined;
    const bearer = /(?:^|,\s*)Bearer\s+(.*)$/i.exec(header)?.[1];
    const realm = bearer === undefined ? undefined : parameter(bearer, 'realm');
    if (bearer !== undefined && realm !== undefined) {
        return { scheme: 'bearer', realm, service: parameter(bearer, 'service') };
    }
    return /(?:^|,\s*)Basic\b/i.test(header) ? { scheme: 'basic' } : undefined;
}
function parameter(parameters, name) {
    const match = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*(?:"([^"]*)"|([^\\s",]+))`, 'i').exec(parameters);
    return match?.[1] ?? match?.[2];
}

;// CONCATENATED MODULE: ./src/adapters/registry/login.ts




const TOKEN_BYTES = 1024 * 1024;
/**
 * The `Authorization` that meets the challenge of a registry; undefined where it cannot be met. A token is asked for this repository
 * and for pulls alone, whatever the challenge would have the client ask for.
 *
 * @throws {Fault} `registry-denied` when the login is refused, `registry-unsafe` when it would not be private
 * @see https://distribution.github.io/distribution/spec/auth/token/
 */
async function loginFor(challenged, context) {
    const challenge = parseChallenge(challenged.headers.get('www-authenticate'));
    const { credentials } = context;
    if (challenge === undefined)
        return undefined;
    if (credentials?.kind === 'bearer')
        return { header: `Bearer ${credentials.token}`, isOwn: true };
    if (challenge.scheme === 'bearer') {
        const token = await tokenFor(challenge, challenged.url, context);
        return { header: `Bearer ${token}`, isOwn: credentials !== undefined };
    }
    const header = basicOf(context);
    return header === undefined ? undefined : { header, isOwn: true };
}
/** The header of a password; undefined where there is none. Who knows its encoded form knows the password. */
function basicOf({ credentials, hide }) {
    if (credentials?.kind !== 'password')
        return undefined;
    const encoded = Buffer.from(`${credentials.username}:${credentials.password}`).toString('base64');
    hide(encoded);
    return `Basic ${encoded}`;
}
async function tokenFor(challenge, from, context) {
    const realm = realmOf(challenge.realm, from, context);
    const answer = await context.send(tokenRequest(realm, challenge.service, context));
    const token = answer.status === 200 ? tokenIn(answer.body) : undefined;
    if (token === undefined)
        throw denied(answer, context);
    context.hide(token);
    return token;
}
/** Only an https address may be elsewhere: who listens on the way, or on another machine, must not get the login. */
function realmOf(realm, from, { registry }) {
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    if (url !== undefined && mayLeadTo(from, url))
        return url;
    const shown = url === undefined ? 'something that is no URL' : `${url.protocol}//${url.host}`;
    throw registryFault('registry-unsafe', {
        subject: registry,
        detail: `it asks for a token of ${shown}, to which no login is sent`,
    });
}
function tokenRequest(realm, service, context) {
    const { repository, credentials } = context;
    const parameters = new URLSearchParams({
        ...(service !== undefined && { service }),
        scope: `repository:${repository}:pull`,
    });
    if (credentials?.kind === 'identity') {
        parameters.set('grant_type', 'refresh_token');
        parameters.set('client_id', 'bookstore-actions');
        parameters.set('refresh_token', credentials.token);
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return { method: 'POST', url: realm, headers, body: parameters.toString(), maxBytes: TOKEN_BYTES };
    }
    const url = new URL(realm);
    for (const [name, value] of parameters)
        url.searchParams.set(name, value);
    return { method: 'GET', url, headers: {}, authorization: basicOf(context), maxBytes: TOKEN_BYTES };
}
/** A token that can stand in a header. */
function tokenIn(body) {
    try {
        const answer = JSON.parse(Buffer.from(body).toString('utf8'));
        const token = isRecord(answer) ? (answer['token'] ?? answer['access_token']) : undefined;
        return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
    }
    catch {
        return undefined;
    }
}
function denied(answer, { registry, credentials, said }) {
    const login = credentials === undefined ? 'a request without a login' : 'the login of the docker configuration';
    const without = answer.status === 200 ? ', without a token that can be used' : '';
    return registryFault('registry-denied', {
        subject: registry,
        detail: `${login} went to its token service; ${said(answer)}${without}`,
    });
}

;// CONCATENATED MODULE: ./src/adapters/registry/session.ts




/** What `/v2/` may answer with, beside its status and headers. */
const BASE_BYTES = 64 * 1024;
/** The requests to one repository of a registry: they share a login. */
class RegistrySession {
    #registry;
    #repository;
    #origin;
    #client;
    #credentialsOf;
    #credentials;
    #login;
    /** Whether the registry, asked for it, wanted no login. */
    #isOpen = false;
    constructor(registry, repository, client, credentialsOf) {
        this.#registry = registry;
        this.#repository = repository;
        this.#origin = originOf(registry);
        this.#client = client;
        this.#credentialsOf = credentialsOf;
    }
    /**
     * The answer to a request: 200, 404, or what else is no failure of the registry.
     *
     * @throws {Fault} `registry-denied`, `registry-unavailable`, `registry-unsafe`, `credentials-unreadable`
     */
    async ask({ method, path, accept, maxBytes, follow = true, effort = 'late' }) {
        const url = new URL(`/v2/${this.#repository}/${path}`, this.#origin);
        const request = { method, url, headers: { accept }, maxBytes, follow };
        const answer = await this.#client.patiently(url.host, effort, () => this.#authorized(request, effort));
        if (answer.status !== 401 && answer.status !== 403)
            return answer;
        throw registryFault('registry-denied', {
            subject: `${this.#registry}/${this.#repository}`,
            detail: await this.account(answer),
        });
    }
    /** What was answered, and what became of the login with the request. */
    async account(answer) {
        return `${this.#client.said(answer)}; ${await this.#whatWasSent(answer)}`;
    }
    async #whatWasSent(answer) {
        const hasCredentials = (await this.#ownCredentials()) !== undefined;
        if (answer.isAuthorized) {
            return this.#login?.isOwn === true
                ? 'the login of the docker configuration was sent'
                : 'the token that it gives to everybody was sent, since the docker configuration has no login for it';
        }
        if (!hasCredentials)
            return 'the docker configuration has no login for it';
        return this.#login === undefined && this.#isOwn(answer)
            ? 'the login of the docker configuration was not sent, since it asked for none that this can give'
            : `the login of the docker configuration does not follow a redirect of ${this.#registry}`;
    }
    /** Sends with the login so far; one challenge is met. */
    async #authorized(request, effort) {
        const answer = await this.#send(request);
        // only the registry itself is answered, not where it redirected to
        if (!this.#isOwn(answer))
            return answer;
        const challenged = answer.status === 401 ? answer : await this.#hiddenChallenge(answer);
        if (challenged === undefined || isTrouble(challenged.status))
            return challenged ?? answer;
        this.#login = await this.#loginFor(challenged, effort);
        return this.#login === undefined ? answer : this.#send(request);
    }
    /**
     * Some registries hide from strangers what is there, and do not ask them for a login either. Where there is one, their base says how
     * they want it: its challenge, or that it cannot answer now; undefined where a stranger sees all there is.
     */
    async #hiddenChallenge({ status }) {
        const isHiding = status === 404 || status === 403;
        if (!isHiding || this.#login !== undefined || this.#isOpen)
            return undefined;
        if ((await this.#ownCredentials()) === undefined)
            return undefined;
        const url = new URL('/v2/', this.#origin);
        const base = await this.#send({ method: 'GET', url, headers: {}, maxBytes: BASE_BYTES });
        if (isTrouble(base.status) || (base.status === 401 && this.#isOwn(base)))
            return base;
        this.#isOpen = true;
        return undefined;
    }
    #send(request) {
        return this.#client.exchange({ ...request, authorization: this.#login?.header });
    }
    #isOwn({ url }) {
        return url.origin === this.#origin.origin;
    }
    async #loginFor(challenged, effort) {
        return loginFor(challenged, {
            registry: this.#registry,
            repository: this.#repository,
            credentials: await this.#ownCredentials(),
            hide: (secret) => {
                this.#client.hide(secret);
            },
            said: (answer) => this.#client.said(answer),
            send: (request) => this.#client.patiently(request.url.host, effort === 'once' ? 'once' : 'usual', () => this.#client.exchange(request)),
        });
    }
    async #ownCredentials() {
        this.#credentials ??= this.#credentialsOf(this.#registry);
        const credentials = await this.#credentials;
        if (credentials !== undefined) {
            this.#client.hide(credentials.kind === 'password' ? credentials.password : credentials.token);
        }
        return credentials;
    }
}

;// CONCATENATED MODULE: ./src/adapters/http-registry.ts








/** The size up to which registries have to take manifests. */
const MAX_BYTES = 4 * 1024 * 1024;
const MANIFEST_ACCEPT = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ');
const TIMEOUT_MILLISECONDS = 30_000;
/**
 * Reads from registries over HTTP, with the logins of docker. Loopback addresses are spoken to without TLS, all others with it. All
 * requests of one reader share the time of a run.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
function httpRegistry(options = {}) {
    const sessions = new Map();
    const { credentials, ...shared } = {
        credentials: (registry) => dockerCredentials(registry, process.env),
        onSecret: () => undefined,
        log: { info: () => undefined },
        patience: USUAL_PATIENCE,
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
        environment: process.env,
        ...options,
    };
    const client = new PatientClient(shared);
    const sessionOf = ({ name, registry, repository }) => {
        const session = sessions.get(name) ?? new RegistrySession(registry, repository, client, credentials);
        sessions.set(name, session);
        return session;
    };
    return {
        manifest: async (image) => {
            const answer = await sessionOf(image).ask({
                method: 'GET',
                path: `manifests/${image.digest.text}`,
                accept: MANIFEST_ACCEPT,
                maxBytes: MAX_BYTES,
            });
            if (answer.status === 404)
                throw await missing(sessionOf(image), image, answer);
            const bytes = genuine(image, answer, client);
            return { contentType: answer.headers.get('content-type') ?? '', bytes };
        },
        config: async (image) => {
            const answer = await sessionOf(image).ask({
                method: 'GET',
                path: `blobs/${image.digest.text}`,
                accept: '*/*',
                maxBytes: MAX_BYTES,
            });
            if (answer.status !== 404)
                return genuine(image, answer, client);
            throw registryFault('image-missing', {
                subject: image.toString(),
                detail: 'the registry has no config with this digest, which the manifest names',
            });
        },
        ...neighbours(sessionOf, client),
    };
}
/** What lies beside an image can be missing, and is not waited for. */
function neighbours(sessionOf, client) {
    const look = (image, path, accept, follow) => sessionOf(image).ask({ method: 'GET', path, accept, follow, maxBytes: MAX_BYTES, effort: 'usual' });
    return {
        tagged: async (image, tag) => {
            const answer = await look(image, `manifests/${tag}`, MANIFEST_ACCEPT, true);
            return answer.status === 404 ? undefined : received(image, answer, client);
        },
        referrers: async (image) => {
            // GHCR redirects to a page of its web site
            const answer = await look(image, `referrers/${image.digest.text}`, OCI_INDEX, false);
            return hasNoReferrers(answer) ? undefined : received(image, answer, client);
        },
    };
}
/**
 * Whether an answer is that of a registry without the referrers API. 404 is what it should say; others refuse what they do not know, or
 * answer with something else than an index.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#unavailable-referrers-api
 * @see https://github.com/google/go-containerregistry/blob/main/pkg/v1/remote/referrers.go
 */
function hasNoReferrers({ status, headers }) {
    const type = headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
    if (status === 200)
        return type !== OCI_INDEX;
    return (status >= 300 && status < 400) || [400, 404, 405, 406].includes(status);
}
/** What a registry says of itself, with nothing to hold it against. */
function received(image, answer, client) {
    if (answer.status === 200)
        return answer.body;
    throw registryFault('registry-unavailable', { subject: image.toString(), detail: client.said(answer) });
}
/** The bytes that were asked for: of a registry that answers, and that hash to the digest, whatever its headers say. */
function genuine(image, answer, client) {
    const body = received(image, answer, client);
    const { url } = answer;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex');
    if (hash === image.digest.hex)
        return body;
    throw registryFault('image-foreign-bytes', {
        subject: image.toString(),
        detail: `${url.host} gave ${body.length} bytes that hash to sha256:${hash}`,
    });
}
/** Tells a config or a layer, which is kept elsewhere, from what is not there at all. */
async function missing(session, image, answer) {
    const subject = image.toString();
    return (await isBlob(session, image))
        ? registryFault('image-is-blob', {
            subject,
            detail: 'the registry has a blob with this digest, and no manifest',
        })
        : registryFault('image-missing', { subject, detail: `again and again, ${await session.account(answer)}` });
}
/** Whether the registry says, asked once, that it has a blob with this digest: what goes wrong with that changes no verdict. */
async function isBlob(session, image) {
    try {
        const { status } = await session.ask({
            method: 'HEAD',
            path: `blobs/${image.digest.text}`,
            accept: '*/*',
            maxBytes: 0,
            // a redirect to a storage says enough, and the storage may not answer HEAD
            follow: false,
            effort: 'once',
        });
        return status < 400;
    }
    catch (error) {
        if (error instanceof Fault)
            return false;
        throw error;
    }
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
const readFolderOnDisk = (path) => (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
/**
 * Files on the disk; relative paths begin at the workspace. What cannot be read is a fault that names the path. A glob finds no
 * symbolic links and nothing behind them, so that no file is found twice.
 */
function nodeFiles(workspace, readFolder = readFolderOnDisk) {
    const at = (path) => (0,external_node_path_.resolve)(workspace, path);
    return {
        find: async (folder, pattern) => {
            const { default: picomatch } = await __nccwpck_require__.e(/* import() */ 6).then(__nccwpck_require__.t.bind(__nccwpck_require__, 14006, 23));
            const { named, open } = splitGlob(pattern);
            const start = (0,external_node_path_.isAbsolute)(named) ? named : external_node_path_.posix.join(folder, named);
            const matches = picomatch(open, { windows: false });
            const found = filesBelow(at(start), readFolder, depthOf(open)).filter((path) => matches(path));
            return found.map((path) => external_node_path_.posix.join(start, path)).sort();
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
            const sorted = (paths) => paths.map((path) => external_node_path_.posix.join(folder, path)).sort();
            return { files: sorted(files), unreadable: sorted(unreadable) };
        }),
        kind: (path) => promised(() => readable(path, () => kindOf(at(path)))),
        open: (path) => openFile(path, at(path)),
        readText: (path) => promised(() => readable(path, () => (0,external_node_fs_.readFileSync)(at(path), 'utf8'))),
    };
}
/** Writes files whole or not at all. */
function nodeFileWriter() {
    return {
        write: (path, content) => promised(() => {
            writable(path, () => {
                writeWhole(path, content);
            });
            return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
        }),
        remove: (path) => promised(() => {
            writable(path, () => {
                (0,external_node_fs_.rmSync)(path, { force: true, recursive: true });
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
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    const partial = `${path}.partial`;
    try {
        (0,external_node_fs_.writeFileSync)(partial, content);
        (0,external_node_fs_.renameSync)(partial, path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(partial, { force: true });
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
    return (0,external_node_fs_.statSync)(path).isDirectory() ? 'directory' : 'file';
}
/** Reads and hashes in one pass, into one buffer. */
function openFile(path, absolute) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    return {
        chunks: chunksOf(path, absolute, hash),
        sha256: () => hash.digest('hex'),
    };
}
async function* chunksOf(path, absolute, hash) {
    const file = node_files_unreadable(path, () => (0,external_node_fs_.openSync)(absolute, 'r'));
    try {
        const buffer = new Uint8Array(CHUNK_BYTES);
        for (;;) {
            const length = node_files_unreadable(path, () => (0,external_node_fs_.readSync)(file, buffer));
            if (length === 0)
                return;
            const chunk = buffer.subarray(0, length);
            hash.update(chunk);
            yield await Promise.resolve(chunk);
        }
    }
    finally {
        (0,external_node_fs_.closeSync)(file);
    }
}
/** Undefined where there is nothing; a fault where there is something that cannot be read. */
function readable(path, read) {
    return node_files_unreadable(path, () => {
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
function node_files_unreadable(path, read) {
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
        temp: forward(variable('RUNNER_TEMP') ?? (0,external_node_os_.tmpdir)()),
    };
}
/** The event's payload; undefined where there is none that can be read: rules that need it then know that they do not know. */
function payloadFrom(path) {
    if (path === undefined)
        return undefined;
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function forward(path) {
    return path.replaceAll('\\', '/');
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __nccwpck_require__(89635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __nccwpck_require__(82902);
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
    (0,command/* issueCommand */.L)('add-mask', {}, secret);
}
/** Text that only a debugging run shows. */
function debug(text) {
    (0,command/* issueCommand */.L)('debug', {}, text);
}
function annotate({ level, title, message, file, startLine, endLine }) {
    (0,command/* issueCommand */.L)(level, { title, file, line: startLine, endLine }, message);
}
/** Where no file takes outputs, as in local-action, they are printed in the form of older runners. */
function setOutput(name, value) {
    if (process.env['GITHUB_OUTPUT'])
        (0,file_command/* issueFileCommand */.n)('OUTPUT', (0,file_command/* prepareKeyValueMessage */.v)(name, value));
    else
        (0,command/* issueCommand */.L)('set-output', { name }, value);
}
/** Adds to the job summary, behind what other steps wrote; without a file for it there is none. */
function addSummary(markdown) {
    if (process.env['GITHUB_STEP_SUMMARY'])
        (0,file_command/* issueFileCommand */.n)('STEP_SUMMARY', markdown);
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

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __nccwpck_require__(38522);
;// CONCATENATED MODULE: ./src/adapters/zip-archive.ts

const END = { signature: 0x06054b50, bytes: 22, maxComment: 0xffff };
const DIRECTORY = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const ENCRYPTED = 0x0001;
const UTF_8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/**
 * The entries of a zip archive, one after the other, so that the reader can stop at what it does not want. Nothing is unpacked. Archives
 * in the form for more than 4 GiB, encrypted ones, and those that can be read in two ways are refused.
 *
 * @throws {RangeError} where it is no such archive
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 */
function* zipEntries(archive) {
    const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.length);
    const end = zip_archive_endOf(bytes);
    const count = bytes.readUInt16LE(end + 10);
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        expectSignature(bytes, at, DIRECTORY.signature);
        const nameLength = bytes.readUInt16LE(at + 28);
        yield entryAt(bytes, at, nameLength);
        at += DIRECTORY.bytes + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
    if (at !== end)
        throw new RangeError('the directory of the archive does not end where it should');
}
/** The record that ends the archive; its comment reaches to the last byte. */
function zip_archive_endOf(bytes) {
    const last = bytes.length - END.bytes;
    for (let at = last; at >= Math.max(0, last - END.maxComment); at -= 1) {
        if (bytes.readUInt32LE(at) === END.signature && bytes.readUInt16LE(at + 20) === last - at)
            return at;
    }
    throw new RangeError('there is no end of an archive');
}
function entryAt(bytes, at, nameLength) {
    const flags = bytes.readUInt16LE(at + 8);
    if ((flags & ENCRYPTED) !== 0)
        throw new RangeError('the archive is encrypted');
    const name = part(bytes, at + DIRECTORY.bytes, nameLength);
    const local = bytes.readUInt32LE(at + 42);
    expectSignature(bytes, local, LOCAL.signature);
    const localName = part(bytes, local + LOCAL.bytes, bytes.readUInt16LE(local + 26));
    if (!name.equals(localName))
        throw new RangeError('an entry has two names');
    const start = local + LOCAL.bytes + localName.length + bytes.readUInt16LE(local + 28);
    return {
        name: (flags & UTF_8) === 0
            ? name.toString('latin1')
            : new TextDecoder('utf-8', { fatal: true }).decode(name),
        size: bytes.readUInt32LE(at + 24),
        crc: bytes.readUInt32LE(at + 16),
        method: bytes.readUInt16LE(at + 10),
        packed: part(bytes, start, bytes.readUInt32LE(at + 20)),
    };
}
function expectSignature(bytes, at, signature) {
    if (bytes.readUInt32LE(at) !== signature)
        throw new RangeError('an entry is not where it should be');
}
function part(bytes, start, length) {
    if (start + length > bytes.length)
        throw new RangeError('the archive was cut off');
    return bytes.subarray(start, start + length);
}
/**
 * Unpacks an entry into no more room than it asks for.
 *
 * @throws {RangeError} where what comes out is not what the archive says of it
 */
function unpack({ size, crc, method, packed }) {
    const bytes = inflated(method, packed, size);
    if (bytes.length !== size)
        throw new RangeError('an entry has another size than the archive says');
    if ((0,external_node_zlib_.crc32)(bytes) !== crc)
        throw new RangeError('an entry has another checksum than the archive says');
    return new Uint8Array(bytes);
}
function inflated(method, packed, size) {
    if (method === STORED)
        return packed;
    if (method !== DEFLATED)
        throw new RangeError(`an entry is packed by the method ${method}`);
    return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: Math.max(1, size) });
}

;// CONCATENATED MODULE: ./src/adapters/artifact-archive.ts




/** More than an artifact of evidence needs: a digest and a few documents of at most 256 KiB each. */
const MAX_FILES = 50;
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;
/** The size up to which an archive is fetched. */
const MAX_ARCHIVE_BYTES = 4 * 1024 * 1024;
/**
 * Reads a zip archive in memory. Its sizes are added up before anything is unpacked, what is unpacked has to have them and its checksum,
 * and no path of it reaches the disk.
 *
 * @throws {Fault} `artifact-unreadable`
 */
function readArchive(subject, archive) {
    try {
        return acceptableEntries(subject, archive)
            .filter(({ name }) => !name.endsWith('/'))
            .map((entry) => {
            const bytes = unpack(entry);
            return { path: entry.name, bytes, sha256: (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex') };
        });
    }
    catch (error) {
        if (error instanceof Fault)
            throw error;
        throw artifact_archive_unreadable(subject, 'it is no zip archive, or a damaged one', error);
    }
}
function acceptableEntries(subject, archive) {
    const entries = new Map();
    let bytes = 0;
    for (const entry of zipEntries(archive)) {
        const { name, size } = entry;
        const shown = JSON.stringify(name.slice(0, 100));
        if (!isInside(name))
            throw artifact_archive_unreadable(subject, `it holds the path ${shown}, which leads out of it`);
        if (entries.has(name))
            throw artifact_archive_unreadable(subject, `it holds the path ${shown} twice`);
        entries.set(name, entry);
        bytes += size;
        if (entries.size > MAX_FILES)
            throw artifact_archive_unreadable(subject, `it holds more than ${MAX_FILES} files`);
        if (bytes > MAX_UNPACKED_BYTES)
            throw artifact_archive_unreadable(subject, `it unpacks to more than ${MAX_UNPACKED_BYTES} bytes`);
    }
    return [...entries.values()];
}
function artifact_archive_unreadable(subject, detail, cause) {
    return artifactFault('artifact-unreadable', { subject, detail, cause });
}
/** A relative path of plain names, with `/` between them. */
function isInside(path) {
    const segments = path.replace(/\/$/, '').split('/');
    return segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..' && !/[\\:\p{Cc}]/u.test(segment));
}

;// CONCATENATED MODULE: ./src/adapters/workflow-artifacts.ts






/**
 * The artifacts of this run, by GitHub's own client. It is loaded when it is first needed: most runs need no artifact, and it is by
 * far the largest part of this program.
 *
 * @param temp the folder for files of this job; an archive lies there while it is read
 */
function workflowArtifacts(temp) {
    let listing;
    const list = () => {
        listing ??= service('the artifacts of this run', listed);
        return listing;
    };
    return {
        names: async () => (await list()).map(({ name }) => name),
        read: async (name) => {
            const artifact = (await list()).find((candidate) => candidate.name === name);
            if (artifact === undefined)
                throw artifactFault('artifact-missing', { subject: `artifact ${name}`, detail: 'it is not there' });
            return filesOf(artifact, temp);
        },
        publish: (name, folder, files, refuse) => service(`artifact ${name}`, async (client) => {
            try {
                await client.uploadArtifact(name, [...files], folder);
            }
            catch (error) {
                if (!isTaken(error))
                    throw error;
                refuse(await heldFiles(client, name, temp));
                await client.deleteArtifact(name);
                await client.uploadArtifact(name, [...files], folder);
            }
        }),
    };
}
async function listed(client) {
    // a re-run can leave several of one name: the latest counts
    const { artifacts } = await client.listArtifacts({ latest: true });
    return artifacts;
}
/** @throws {Fault} `artifact-unreadable` */
async function filesOf(artifact, temp) {
    const subject = `artifact ${artifact.name}`;
    if (artifact.size > MAX_ARCHIVE_BYTES)
        throw tooLarge(subject, artifact.size);
    return readArchive(subject, await download(subject, artifact, temp));
}
/**
 * The files of the artifact that has taken a name.
 *
 * @throws {Fault} `artifact-taken` where there is nothing that can be read
 */
async function heldFiles(client, name, temp) {
    const subject = `artifact ${name}`;
    const held = (await listed(client)).find((candidate) => candidate.name === name);
    if (held === undefined) {
        throw artifactFault('artifact-taken', {
            subject,
            detail: 'one of this name has expired, or its upload was not finished',
            hint: 'The name stays taken for the rest of this run: start a new one.',
        });
    }
    try {
        return await filesOf(held, temp);
    }
    catch (error) {
        if (!(error instanceof Fault) || error.code !== 'artifact-unreadable')
            throw error;
        const detail = `one lies there that cannot be read: ${error.detail}`;
        throw artifactFault('artifact-taken', { subject, detail, cause: error });
    }
}
/** Fetches an archive into a new folder, under whatever name, and takes it from there. */
async function download(subject, artifact, temp) {
    const path = newFolder(temp);
    try {
        const { digestMismatch } = await service(subject, (client) => client.downloadArtifact(artifact.id, {
            path,
            skipDecompress: true,
            ...(artifact.digest !== undefined && { expectedHash: artifact.digest }),
        }));
        if (digestMismatch === true) {
            throw artifactFault('artifact-unreadable', {
                subject,
                detail: 'what was received is not what was uploaded',
            });
        }
        return readOnly(subject, path);
    }
    finally {
        (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
    }
}
function newFolder(temp) {
    try {
        (0,external_node_fs_.mkdirSync)(temp, { recursive: true });
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temp, 'artifact-'));
    }
    catch (error) {
        throw fileFault('file-unwritable', { subject: temp, detail: firstLine(error), cause: error });
    }
}
function readOnly(subject, folder) {
    const [name, ...more] = (0,external_node_fs_.readdirSync)(folder);
    if (name === undefined || more.length > 0) {
        throw artifactFault('artifact-unreadable', { subject, detail: 'it was not received as one archive' });
    }
    const file = (0,external_node_path_.join)(folder, name);
    const { size } = (0,external_node_fs_.statSync)(file);
    if (size > MAX_ARCHIVE_BYTES)
        throw tooLarge(subject, size);
    return (0,external_node_fs_.readFileSync)(file);
}
function tooLarge(subject, size) {
    const detail = `it has ${size} bytes, and one with a digest has at most ${MAX_ARCHIVE_BYTES}`;
    return artifactFault('artifact-unreadable', { subject, detail });
}
/** @throws {Fault} `artifact-unsupported`, and `artifact-service` for whatever else the client throws */
async function service(subject, use) {
    const { DefaultArtifactClient: Client, GHESNotSupportedError: Unsupported } = await __nccwpck_require__.e(/* import() */ 509).then(__nccwpck_require__.bind(__nccwpck_require__, 65509));
    try {
        return await use(new Client());
    }
    catch (error) {
        if (error instanceof Fault)
            throw error;
        if (error instanceof Unsupported) {
            const detail = 'GitHub Enterprise Server does not take it, and does not give it';
            throw artifactFault('artifact-unsupported', { subject, detail, cause: error });
        }
        throw artifactFault('artifact-service', { subject, detail: firstLine(error), cause: error });
    }
}
function firstLine(error) {
    const message = error instanceof Error ? error.message : String(error);
    return (message.split('\n', 1)[0] ?? '').slice(0, 300).replace(/[.\s]+$/, '');
}
function isTaken(error) {
    return error instanceof Error && /\b409\b|already exists/i.test(error.message);
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
const evidence_service = string({ pattern: SERVICE_NAME, name: 'a service name' });
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
    service: evidence_service,
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

;// CONCATENATED MODULE: ./src/domain/evidence/pinned-path.ts

const PINNED_PATH = new RegExp(`^([^]*?)(?:@sha256:(${SHA256_DIGITS}))?$`);
/**
 * Reads `path` or `path@sha256:<hex>`.
 *
 * @example parsePinnedPath(`e.json@sha256:${'0a'.repeat(32)}`).path === 'e.json'
 * @throws {RangeError} with the accepted form
 */
function parsePinnedPath(text) {
    const [, path = '', sha256] = PINNED_PATH.exec(text) ?? [];
    if (path === '' || /@sha256:[^/]*$/i.test(path) || path.includes('\0')) {
        throw new RangeError('a path, or a path with the SHA-256 of its file as path@sha256:<64 lower-case hex digits>');
    }
    return { path, sha256 };
}

;// CONCATENATED MODULE: ./src/domain/oci/image-reference.ts

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const DOMAIN = `${LABEL}(?:\\.${LABEL})*`;
const HOST = new RegExp(`^(?:${DOMAIN}|\\[[0-9A-Fa-f:]+\\])(?::(?<port>[0-9]{1,5}))?$`);
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const LONGEST_NAME = 255;
const LARGEST_PORT = 65_535;
/** What {@link ImageReference.parse} accepts, in words. */
const IMAGE_REFERENCE_FORM = `registry/repository@digest without a tag, such as ghcr.io/org/orders@sha256:…; registry is a host with a dot or a port, or localhost; repository is lower-case, of letters, digits and the separators ".", "_", "__" and "-"; both together have at most ${LONGEST_NAME} characters; digest is ${DIGEST_FORM}`;
/**
 * One image by its content: `registry[:port]/repository@sha256:…`. The registry is always written, so that no default
 * registry comes into play, and there is no tag, because a tag beside a digest says nothing and can lie.
 *
 * The total length is the limit that the distribution specification names for clients, host and port included.
 *
 * @example ImageReference.parse('ghcr.io/org/orders@sha256:…').repository === 'org/orders'
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
 * @see https://github.com/distribution/reference/blob/main/regexp.go
 */
class ImageReference {
    /** Host and port: `ghcr.io`, `localhost:5000`, `[::1]:5000`. */
    registry;
    /** The path inside the registry, e.g. `org/orders`. */
    repository;
    digest;
    constructor(registry, repository, digest) {
        this.registry = registry;
        this.repository = repository;
        this.digest = digest;
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        const [name = '', digest, ...rest] = text.split('@');
        const slash = name.indexOf('/');
        const registry = name.slice(0, Math.max(slash, 0));
        const repository = name.slice(slash + 1);
        const accepted = name.length <= LONGEST_NAME && isRegistry(registry) && REPOSITORY.test(repository);
        if (!accepted || digest === undefined || rest.length > 0)
            throw new RangeError(IMAGE_REFERENCE_FORM);
        return new ImageReference(registry, repository, parseDigest(digest));
    }
    /** Registry and repository, without the digest. */
    get name() {
        return `${this.registry}/${this.repository}`;
    }
    /**
     * Another manifest or blob of the same repository.
     *
     * @throws {RangeError} with the accepted form
     */
    withDigest(digest) {
        return ImageReference.parse(`${this.name}@${digest}`);
    }
    toString() {
        return `${this.name}@${this.digest.text}`;
    }
}
/** A first segment without dot and port, and not localhost, would be part of a repository on a default registry. */
function isRegistry(text) {
    const match = HOST.exec(text);
    if (match === null)
        return false;
    return /[.:]/.test(text) || text === 'localhost'
        ? Number(match.groups?.['port'] ?? 1) <= LARGEST_PORT
        : false;
}
function parseDigest(text) {
    try {
        return Digest.parse(text);
    }
    catch (cause) {
        throw new RangeError(IMAGE_REFERENCE_FORM, { cause });
    }
}

;// CONCATENATED MODULE: ./src/domain/oci/image-name.ts


/** What {@link ImageName.parse} accepts, in words. */
const IMAGE_NAME_FORM = 'registry/repository without tag and digest, such as ghcr.io/org/orders; registry is a host with a dot or a port, or localhost, and repository is lower-case';
const ANY_DIGEST = `sha256:${'0'.repeat(64)}`;
/**
 * Where an image lies, without saying which one: `registry[:port]/repository`. The registry is always written.
 *
 * @example ImageName.parse('ghcr.io/org/orders').at(digest).toString() // ghcr.io/org/orders@sha256:…
 */
class ImageName {
    /** `ghcr.io/org/orders` */
    text;
    constructor(text) {
        this.text = text;
    }
    /**
     * @throws {RangeError} with the accepted form, and what to write in place of a name that is short for one of Docker Hub: clients
     * of registries know no short names, and for `docker.io/nginx` there would be nothing.
     */
    static parse(text) {
        const reference = referenceOf(text);
        const whole = nameOnDockerHub(text);
        if (reference === undefined) {
            // a host alone is no short name
            const isShort = !/^[^/]*\./.test(text) && referenceOf(whole) !== undefined;
            const hint = isShort ? `; on Docker Hub it would be ${whole}` : '';
            throw new RangeError(`${IMAGE_NAME_FORM}${hint}`);
        }
        if (DOCKER_HUB.includes(reference.registry) && !reference.repository.includes('/')) {
            throw new RangeError(`${whole}, as what belongs to nobody on Docker Hub lies in library/`);
        }
        return new ImageName(reference.name);
    }
    /** The image of this name with a digest. */
    at(digest) {
        return ImageReference.parse(`${this.text}@${digest.text}`);
    }
}
function referenceOf(name) {
    try {
        return ImageReference.parse(`${name}@${ANY_DIGEST}`);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/domain/oci/platform.ts
/** What {@link Platform.parse} accepts, in words. */
const PLATFORM_FORM = 'os/architecture or os/architecture/variant, such as linux/amd64';
/**
 * A platform as an index or a config names it. 64-bit ARM has one variant, v8, which most tools leave out: with and without it are
 * the same. Old tools wrote the variants of ARM without the v.
 *
 * @example Platform.parse('linux/arm64/v8').text === 'linux/arm64'
 * @see https://github.com/opencontainers/image-spec/blob/main/image-index.md#platform-variants
 */
class Platform {
    os;
    architecture;
    variant;
    constructor(os, architecture, variant) {
        this.os = os;
        this.architecture = architecture;
        this.variant = architecture.startsWith('arm') ? armVariant(architecture, variant) : variant;
    }
    static of(os, architecture, variant) {
        return new Platform(os, architecture, variant);
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        const match = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9.]+))?$/.exec(text);
        if (match?.[1] === undefined || match[2] === undefined)
            throw new RangeError(PLATFORM_FORM);
        return new Platform(match[1], match[2], match[3]);
    }
    get text() {
        return [this.os, this.architecture, ...(this.variant === undefined ? [] : [this.variant])].join('/');
    }
    /** Whether an image of this platform serves one who asks for the other; who asks without a variant takes any. */
    serves(asked) {
        return (this.os === asked.os &&
            this.architecture === asked.architecture &&
            (asked.variant === undefined || this.variant === asked.variant));
    }
    /** Whether both can be said of one image: a variant that only one of them names is no difference, as configs often name none. */
    agreesWith(other) {
        return (this.os === other.os &&
            this.architecture === other.architecture &&
            (this.variant === undefined || other.variant === undefined || this.variant === other.variant));
    }
    toString() {
        return this.text;
    }
}
function armVariant(architecture, variant) {
    const named = variant?.replace(/^(?=\d$)/, 'v');
    return architecture === 'arm64' && named === 'v8' ? undefined : named;
}

;// CONCATENATED MODULE: ./actions/validate-digest/per-service.ts


/**
 * One value, or lines `service=value`: the form of a fan-in, in which every leg of a matrix has a line.
 *
 * @example parsePerService('orders=a\ncatalog=b', (text) => text).values.get('orders') === 'a'
 * @throws {RangeError} for a service that is named twice, and of the value's own parser
 */
function parsePerService(text, parse) {
    const lines = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const pairs = lines.map(pairOf);
    const each = pairs.filter((pair) => pair !== undefined);
    if (each.length === 0 || each.length < lines.length)
        return { kind: 'one', value: parse(text) };
    const values = new Map();
    for (const [service, value] of each) {
        if (values.has(service))
            throw new RangeError(`one line for each service; ${service} has two`);
        values.set(service, parse(value));
    }
    return { kind: 'each', values };
}
function pairOf(line) {
    const equals = line.indexOf('=');
    const service = line.slice(0, Math.max(equals, 0));
    return SERVICE_NAME.test(service) ? [service, line.slice(equals + 1).trim()] : undefined;
}
/** An input of this form. */
function perService(expected, parse) {
    return using(`${expected}, or lines service=value of that form`, (text) => parsePerService(text, parse));
}
/** The value for a service; undefined where there is none for it. */
function valueFor(given, service) {
    if (given === undefined)
        return undefined;
    return given.kind === 'one' ? given.value : given.values.get(service);
}

;// CONCATENATED MODULE: ./actions/validate-digest/inputs.ts







const inputs_service = using('the name of a service', (value) => ServiceName.parse(value));
/** The inputs of action.yml, with the same defaults. */
const inputs = {
    service: required(using('the name of the service', (value) => ServiceName.parse(value))),
    // a digest is no kind of its own: each mistake in it has its own message, and those of several services are named together
    digest: optional(perService('a digest', (value) => value)),
    'digest-file': optional(input_spec_text('a path')),
    artifact: optional(using('the name of an artifact', parseArtifactName)),
    services: optional(lines(inputs_service)),
    image: optional(perService(IMAGE_NAME_FORM, (value) => ImageName.parse(value))),
    name: optional(perService('the name of an image in a kustomization', parseKustomizeName)),
    'check-registry': optional(flag()),
    'require-index': withDefault(flag(), 'false'),
    platforms: withDefault(using(`a list of ${PLATFORM_FORM}`, parsePlatforms), ''),
    evidence: withDefault(lines(using('a path, or path@sha256:…', parsePinnedPath)), ''),
    'artifact-evidence-sha256': optional(perService(SHA256_HEX_FORM, parseSha256Hex)),
    'publish-artifact': withDefault(flag(), 'false'),
};
/** The outputs of action.yml. */
const outputs = [
    'digest',
    'image-ref',
    'images',
    'media-type',
    'platforms',
    'evidence',
    'evidence-sha256',
    'evidence-directory',
];
/** A name, in which one `*` can stand for the service. */
function parseArtifactName(value) {
    if (!/^[^*\\/:<>|?"\p{Cc}]*\*?[^*\\/:<>|?"\p{Cc}]*$/u.test(value)) {
        throw new RangeError('the name of an artifact, such as digest-orders, or with one * for the service');
    }
    return value;
}
function parseKustomizeName(value) {
    if (!/^[A-Za-z0-9](?:[A-Za-z0-9._/:-]*[A-Za-z0-9])?$/.test(value)) {
        throw new RangeError('the name of an image in a kustomization, without tag and digest, such as orders');
    }
    return value;
}
function parsePlatforms(value) {
    return value
        .split(/[\s,]+/)
        .filter((word) => word !== '')
        .map((word) => Platform.parse(word));
}

;// CONCATENATED MODULE: ./src/domain/shared/findings.ts

/** Collects faults, so that all that is wrong is named at once. */
class Findings {
    #faults = [];
    /** What was found so far, in order. */
    get faults() {
        return this.#faults;
    }
    add(fault) {
        this.#faults.push(fault);
    }
    /** @throws {Fault} the one that was found, or {@link Faults} */
    refuse() {
        const [first, second] = this.#faults;
        if (second !== undefined)
            throw new Faults([...this.#faults]);
        if (first !== undefined)
            throw first;
    }
    /** Does something; a fault is kept, and undefined stands for the result. Anything else that is thrown goes on. */
    async attempt(act) {
        try {
            return await act();
        }
        catch (error) {
            if (!(error instanceof Fault))
                throw error;
            this.add(error);
            return undefined;
        }
    }
}

;// CONCATENATED MODULE: ./src/domain/oci/manifest.ts





/**
 * Reads a manifest or an index.
 *
 * @param subject where it comes from, for messages: `registry/repository@sha256:…`
 * @param contentType what the registry calls it: it is not hashed, and counts only where the manifest does not say itself what it is
 * @param bytes as they were received; their hash is the caller's to check
 * @throws {Fault} `manifest-malformed`, `image-not-image`
 * @example
 * parseManifest('ghcr.io/org/orders@sha256:…', 'application/vnd.oci.image.index.v1+json', bytes)
 *   // { kind: 'index', mediaType: 'application/vnd.oci.image.index.v1+json', images: [{ digest, size, platform }, …] }
 * @see https://github.com/opencontainers/image-spec/blob/main/image-index.md
 * @see https://github.com/opencontainers/image-spec/blob/main/manifest.md
 */
function parseManifest(subject, contentType, bytes) {
    const document = parseJson(subject, bytes);
    const mediaType = mediaTypeOf(subject, contentType, document);
    const isIndex = INDEX_TYPES.includes(mediaType);
    const foreign = isIndex ? ['config', 'layers'] : ['manifests'];
    const both = foreign.filter((field) => Object.hasOwn(document, field));
    if (both.length > 0) {
        // read as the one by some clients and as the other by others: CVE-2021-41190
        throw malformed(subject, `it is a ${mediaType} and has the field ${both.join(', ')} of the other kind`);
    }
    return isIndex ? parseIndex(subject, mediaType, document) : parseImage(subject, mediaType, document);
}
/** In characters, of what somebody else wrote. */
const LONGEST_SHOWN = 120;
function parseJson(subject, bytes) {
    let document;
    try {
        document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch (error) {
        throw malformed(subject, 'it is not JSON in UTF-8', error);
    }
    if (!isRecord(document))
        throw malformed(subject, 'it is not a JSON object');
    return document;
}
function mediaTypeOf(subject, contentType, document) {
    const mediaType = document['mediaType'] ?? contentType.split(';', 1)[0]?.trim().toLowerCase();
    if (typeof mediaType === 'string' && [...INDEX_TYPES, ...MANIFEST_TYPES].includes(mediaType))
        return mediaType;
    throw malformed(subject, `its media type is ${manifest_text(mediaType)}`);
}
function parseIndex(subject, mediaType, document) {
    const manifests = document['manifests'];
    if (!Array.isArray(manifests))
        throw malformed(subject, 'the index has no list of manifests');
    const entries = manifests.map((entry, number) => {
        const place = `manifests[${number}]`;
        if (!isRecord(entry))
            throw malformed(subject, `${place} is not an object`);
        if (typeof entry['digest'] !== 'string')
            throw malformed(subject, `${place} has no digest`);
        return { place, fields: entry, digest: digestOf(subject, place, entry) };
    });
    const attestations = entries.filter(({ fields }) => isAttestation(fields));
    const others = entries.filter(({ fields }) => !isAttestation(fields) && !isImage(fields));
    const images = entries.filter((entry) => !attestations.includes(entry) && !others.includes(entry));
    if (images.length === 0)
        throw malformed(subject, 'the index names no image');
    return {
        kind: 'index',
        mediaType,
        images: images.map((entry) => descriptorOf(subject, entry)),
        attestations: attestations.map(named),
        others: others.map(named),
    };
}
function named({ digest, fields: { artifactType, mediaType } }) {
    const type = [artifactType, mediaType].find((each) => typeof each === 'string');
    return { digest, mediaType: (type ?? 'without a type').slice(0, LONGEST_SHOWN) };
}
/** An index can name anything beside images, and new kinds of it come up; who runs an image takes none of them. */
function isImage({ mediaType, artifactType }) {
    const isManifest = [...MANIFEST_TYPES, ...INDEX_TYPES].some((type) => type === mediaType);
    return artifactType === undefined && (mediaType === undefined || isManifest);
}
/** buildx marks an attestation manifest in words, and gives it a platform on which nothing runs. */
function isAttestation({ annotations, platform }) {
    const type = isRecord(annotations) ? annotations['vnd.docker.reference.type'] : undefined;
    return (type === 'attestation-manifest' ||
        (isRecord(platform) && platform['os'] === 'unknown' && platform['architecture'] === 'unknown'));
}
function descriptorOf(subject, { place, fields, digest }) {
    const { size, platform } = fields;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw malformed(subject, `${place} has no size in bytes`);
    }
    return {
        digest,
        size,
        platform: platform === undefined ? undefined : platformOf(subject, place, platform),
    };
}
function digestOf(subject, place, { digest }) {
    try {
        return Digest.parse(typeof digest === 'string' ? digest : '');
    }
    catch (error) {
        throw malformed(subject, `the digest of ${place} is ${manifest_text(digest)}`, error);
    }
}
function platformOf(subject, place, value) {
    const { os, architecture, variant } = isRecord(value) ? value : {};
    if (typeof os !== 'string' || typeof architecture !== 'string' || os === '' || architecture === '') {
        throw malformed(subject, `${place} has a platform without os and architecture`);
    }
    return Platform.of(os, architecture, typeof variant === 'string' && variant !== '' ? variant : undefined);
}
function parseImage(subject, mediaType, document) {
    const { config, layers, artifactType } = document;
    if (!isRecord(config))
        throw malformed(subject, 'the manifest has no config');
    const types = Array.isArray(layers)
        ? layers.map((layer) => (isRecord(layer) ? layer['mediaType'] : undefined))
        : [];
    const beside = types.find((type) => typeof type === 'string' && BESIDE_IMAGE.test(type));
    const configType = config['mediaType'];
    if (!CONFIG_TYPES.some((type) => type === configType) ||
        artifactType !== undefined ||
        beside !== undefined) {
        throw registryFault('image-not-image', {
            subject,
            detail: `it holds ${manifest_text(beside ?? artifactType ?? configType)}`,
        });
    }
    return { kind: 'manifest', mediaType, config: digestOf(subject, 'config', config) };
}
/**
 * The platform of a single-platform image, from its config.
 *
 * @throws {Fault} `manifest-malformed`
 * @see https://github.com/opencontainers/image-spec/blob/main/config.md
 */
function parseConfigPlatform(subject, bytes) {
    return platformOf(subject, 'the config', parseJson(subject, bytes));
}
function malformed(subject, detail, cause) {
    return registryFault('manifest-malformed', { subject, detail, cause });
}
function manifest_text(value) {
    return value === undefined ? 'not given' : JSON.stringify(value).slice(0, LONGEST_SHOWN);
}

;// CONCATENATED MODULE: ./src/domain/oci/image-walk.ts


/** An index can name others; nobody needs more than this. */
const DEEPEST = 3;
/** How many manifests an index may name, with those that its indexes name: far more than there are platforms. */
const image_walk_MOST = 200;
/**
 * The manifests of an image: first the one that its digest names, then all that an index names, in its order, and twice what it names
 * twice.
 *
 * @throws {Fault} of the reader, `manifest-malformed`, `image-not-image`, `image-foreign-bytes`, `image-other-platform`
 */
async function imageNodes(image, reader) {
    return new ImageWalk(image, reader).nodes();
}
/** What was read once is not asked for again. */
class ImageWalk {
    #image;
    #reader;
    #manifests = new Map();
    #configs = new Map();
    #walked = 0;
    constructor(image, reader) {
        this.#image = image;
        this.#reader = reader;
    }
    async nodes() {
        const { manifest } = await this.#read(this.#image);
        return this.#nodesOf(this.#image, manifest, undefined, 1);
    }
    async #nodesOf(image, manifest, told, depth) {
        const { mediaType } = manifest;
        if (manifest.kind === 'manifest') {
            return [{ image, kind: 'platform', mediaType, platform: await this.#platformOf(image, manifest, told) }];
        }
        if (depth > DEEPEST) {
            throw image_walk_malformed(image, `its index names an index, which names another, ${DEEPEST} deep`);
        }
        const nodes = [{ image, kind: 'index', mediaType, platform: undefined }];
        for (const { digest, size, platform } of manifest.images) {
            const child = image.withDigest(digest.text);
            nodes.push(...(await this.#nodesOf(child, await this.#child(child, size), platform, depth + 1)));
        }
        return [...nodes, ...besideImages(image, manifest)];
    }
    async #child(image, size) {
        if (++this.#walked > image_walk_MOST) {
            throw image_walk_malformed(this.#image, `it names more than ${image_walk_MOST} manifests, with those that its indexes name`);
        }
        const read = await this.#read(image);
        if (read.size === size)
            return read.manifest;
        throw registryFault('image-foreign-bytes', {
            subject: image.toString(),
            detail: `it has ${read.size} bytes, and the index says ${size}`,
        });
    }
    async #read(image) {
        const known = this.#manifests.get(image.digest.text);
        if (known !== undefined)
            return known;
        const { contentType, bytes } = await this.#reader.manifest(image);
        const read = { manifest: parseManifest(image.toString(), contentType, bytes), size: bytes.length };
        this.#manifests.set(image.digest.text, read);
        return read;
    }
    /** Nodes choose by the index, and run what the config is about: both have to say the same. */
    async #platformOf(image, { config }, told) {
        const own = await this.#configPlatform(image.withDigest(config.text));
        if (told?.agreesWith(own) ?? true)
            return told ?? own;
        throw registryFault('image-other-platform', {
            subject: image.toString(),
            detail: `the index says ${String(told)}, and its config ${config.text} says ${own.text}`,
        });
    }
    async #configPlatform(config) {
        const known = this.#configs.get(config.digest.text);
        if (known !== undefined)
            return known;
        const platform = parseConfigPlatform(config.toString(), await this.#reader.config(config));
        this.#configs.set(config.digest.text, platform);
        return platform;
    }
}
function besideImages(image, { attestations, others }) {
    return [
        ...attestations.map(({ digest, mediaType }) => ({ digest, mediaType, kind: 'attestation' })),
        ...others.map(({ digest, mediaType }) => ({ digest, mediaType, kind: 'other' })),
    ].map(({ digest, mediaType, kind }) => ({
        image: image.withDigest(digest.text),
        kind,
        mediaType,
        platform: undefined,
    }));
}
function image_walk_malformed(image, detail) {
    return registryFault('manifest-malformed', { subject: image.toString(), detail });
}

;// CONCATENATED MODULE: ./actions/validate-digest/check-image.ts


/**
 * Reads the image that a digest names, with every manifest of its index and the config of each, and holds it against what is asked
 * of it.
 *
 * @throws {Fault} of the registry, or what the image lacks
 */
async function checkImage(image, { requireIndex, platforms: asked }, registry) {
    const nodes = await imageNodes(image, registry);
    const [{ kind, mediaType }] = nodes;
    if (requireIndex && kind !== 'index') {
        throw registryFault('image-no-index', { subject: image.toString(), detail: `it is a ${mediaType}` });
    }
    const platforms = nodes.flatMap(({ platform }) => platform ?? []);
    const lacking = asked.filter((platform) => !platforms.some((held) => held.serves(platform)));
    if (lacking.length > 0) {
        throw registryFault('image-lacks-platform', {
            subject: image.toString(),
            detail: `it lacks ${lacking.join(', ')}, and is there for ${platforms.join(', ')}`,
        });
    }
    return { image, mediaType, platforms };
}

;// CONCATENATED MODULE: ./src/domain/evidence/digest-artifact.ts


/** The file of an artifact that holds the digest. */
const DIGEST_FILE = 'digest.txt';
/** The name of the document that vouches for the rest of an artifact. */
const PUBLISHER = 'validate-digest.json';
/** `digest-orders`: the artifact that carries the digest of a service. */
function artifactNameOf(service) {
    return `digest-${service}`;
}
/**
 * Takes the files of an artifact apart: `digest.txt`, and `evidence/<action>.json` for what is known of the image.
 *
 * @throws {Fault} `artifact-unreadable` for any other file, and where there is no digest
 */
function openDigestArtifact(subject, files) {
    const evidence = files.flatMap((file) => {
        const name = /^evidence\/([a-z-]+\.json)$/.exec(file.path)?.[1];
        return name !== undefined && ACTION_NAMES.some((action) => name === `${action}.json`)
            ? [{ ...file, name }]
            : [];
    });
    const strange = files.filter(({ path }) => path !== DIGEST_FILE && !evidence.some((file) => file.path === path));
    if (strange.length > 0) {
        const paths = strange.slice(0, 5).map(({ path }) => JSON.stringify(path.slice(0, 100)));
        throw artifactFault('artifact-unreadable', {
            subject,
            detail: `it holds ${paths.join(', ')}${strange.length > 5 ? ` and ${strange.length - 5} more` : ''}`,
        });
    }
    const digest = files.find(({ path }) => path === DIGEST_FILE);
    if (digest === undefined) {
        throw artifactFault('artifact-unreadable', { subject, detail: `it does not hold ${DIGEST_FILE}` });
    }
    return { digest, evidence, publisher: evidence.find(({ name }) => name === PUBLISHER) };
}
/**
 * Holds the document of the publishing step against the SHA-256 that its job output pins.
 *
 * @param pin lower-case hex
 * @throws {Fault} `artifact-altered`
 */
function checkPublisher(subject, artifact, pin) {
    const { publisher } = artifact;
    if (publisher?.sha256 === pin)
        return;
    throw artifactFault('artifact-altered', {
        subject,
        detail: publisher === undefined
            ? `it does not hold evidence/${PUBLISHER}, which \`artifact-evidence-sha256\` pins`
            : `its evidence/${PUBLISHER} has the SHA-256 ${publisher.sha256}, and \`artifact-evidence-sha256\` is ${pin}`,
    });
}
/**
 * Holds every other file against what the publishing step says it put there.
 *
 * @throws {Fault} `artifact-altered`
 */
function checkContents(subject, artifact, published) {
    const held = [
        { name: DIGEST_FILE, sha256: artifact.digest.sha256 },
        ...artifact.evidence.filter(({ name }) => name !== PUBLISHER),
    ];
    const names = new Set([...held, ...published].map(({ name }) => name));
    const altered = [...names].filter((name) => hashIn(held, name) !== hashIn(published, name));
    if (altered.length === 0)
        return;
    throw artifactFault('artifact-altered', {
        subject,
        detail: altered
            .map((name) => `${name} is ${change(hashIn(held, name), hashIn(published, name))}`)
            .join('; '),
    });
}
function hashIn(files, name) {
    return files.find((file) => file.name === name)?.sha256;
}
function change(held, published) {
    if (published === undefined)
        return 'not from the step that published it';
    return held === undefined ? 'missing' : 'not the one that was published';
}

;// CONCATENATED MODULE: ./src/domain/evidence/image-evidence.ts

/**
 * Reads evidence about an image: that of this run, commit and service, and, of every action that has an image in hands, of this
 * digest. Coverage is measured before there is an image, and names none.
 *
 * @param digest the image that all of it must be about
 * @throws {Fault} as {@link readEvidence}
 */
function readImageEvidence(name, bytes, owner, digest) {
    const document = readEvidence(name, bytes, owner);
    return document.action === 'coverage-gate' ? document : readEvidence(name, bytes, { ...owner, digest });
}

;// CONCATENATED MODULE: ./src/kit/evidence-file.ts

/**
 * Reads an evidence file, which its line may pin. It is read up to the size of evidence and one byte more, which the reader of evidence
 * then refuses.
 *
 * @throws {Fault} `evidence-missing`, `evidence-altered`
 */
async function evidenceBytes({ path, sha256 }, files) {
    if ((await files.kind(path)) !== 'file') {
        throw evidenceFault('evidence-missing', { subject: path, detail: 'there is no such file' });
    }
    const file = files.open(path);
    const bytes = new Uint8Array(MAX_EVIDENCE_BYTES + 1);
    let length = 0;
    for await (const chunk of file.chunks) {
        bytes.set(chunk.subarray(0, bytes.length - length), length);
        length = Math.min(length + chunk.length, bytes.length);
    }
    const actual = file.sha256();
    if (sha256 !== undefined && actual !== sha256) {
        const detail = `its SHA-256 is ${actual}, and its line pins ${sha256}`;
        throw evidenceFault('evidence-altered', { subject: path, detail });
    }
    return bytes.subarray(0, length);
}

;// CONCATENATED MODULE: ./actions/validate-digest/check-evidence.ts




/** Reads the evidence of a service from its artifact and from the lines of `evidence`; what is wrong with it is a finding. */
async function checkEvidence({ service, artifactPin: pin }, inputs, context, { artifact, digest }, files, findings) {
    const { repository, sha, runId } = context;
    const owner = { repository, sha, runId, service };
    const read = (subject, bytes, pinned) => ({
        document: readImageEvidence(subject, bytes, owner, digest.text),
        content: textOf(bytes),
        pinned,
    });
    const checked = [];
    if (artifact !== undefined) {
        for (const file of artifact.evidence) {
            const subject = `${file.path} of artifact ${artifact.name}`;
            const evidence = await findings.attempt(() => check_evidence_named(file.name, subject, read(subject, file.bytes, pin !== undefined)));
            if (evidence !== undefined)
                checked.push(evidence);
        }
        await findings.attempt(() => {
            checkArtifact(`artifact ${artifact.name}`, artifact, pin, checked);
        });
    }
    for (const line of inputs.evidence) {
        const evidence = await findings.attempt(async () => read(line.path, await evidenceBytes(line, files), true));
        if (evidence !== undefined)
            checked.push(evidence);
    }
    await findings.attempt(() => {
        refuseAmbiguous(service, checked);
    });
    return checked;
}
/** Which document is the publisher's, and so pins the others, is told by its name: it has to be the name of what it is. */
function check_evidence_named(name, subject, evidence) {
    const { action } = evidence.document;
    if (name === `${action}.json`)
        return evidence;
    throw artifactFault('artifact-altered', {
        subject,
        detail: `it is evidence of ${action}, which is called ${action}.json`,
    });
}
/** A pin goes first: what the publishing step says counts only when it is that step that says it. */
function checkArtifact(subject, artifact, pin, checked) {
    if (pin !== undefined)
        checkPublisher(subject, artifact, pin);
    const publisher = checked.find(({ document }) => document.action === 'validate-digest');
    if (publisher !== undefined)
        checkContents(subject, artifact, publisher.document.files);
}
function refuseAmbiguous(service, checked) {
    const actions = checked.map(({ document }) => document.action);
    const twice = actions.find((action, index) => actions.indexOf(action) < index);
    if (twice === undefined)
        return;
    throw artifactFault('evidence-ambiguous', {
        subject: `evidence of ${service}`,
        detail: `there are two documents of ${twice}`,
    });
}
function textOf(bytes) {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
/** A folder of its own for the evidence that a step has checked. */
function checkedFolder({ temp }, service) {
    return `${temp}/evidence/${service}/checked`;
}
/**
 * Writes what was checked into a folder, `<service>/<action>.json` below it, for the steps behind this one. What nothing
 * pins is left out.
 *
 * @returns the folder; undefined where there is no evidence
 */
async function keepEvidence(folder, legs, writer) {
    let written = 0;
    for (const leg of legs) {
        for (const { document, content } of leg.evidence.filter(({ pinned }) => pinned)) {
            await writer.write(`${folder}/${leg.service}/${document.action}.json`, content);
            written += 1;
        }
    }
    return written === 0 ? undefined : folder;
}

;// CONCATENATED MODULE: ./actions/validate-digest/find-artifacts.ts


/**
 * Reads the artifact of every service; those that are missing, those that nobody expects and those that cannot be read are all
 * findings, and so are that nothing but the artifacts says what the digests are, and that they cannot be listed.
 *
 * @returns the artifacts by service
 */
async function findArtifacts({ artifact: pattern, digest, artifactEvidenceSha256: pin }, legs, artifacts, findings) {
    const found = new Map();
    if (pattern === undefined)
        return found;
    if (digest === undefined && pin === undefined)
        findings.add(unpinned(pattern));
    const names = await findings.attempt(() => artifacts.names());
    if (names === undefined)
        return found;
    const expected = legs.flatMap(({ artifact }) => artifact ?? []);
    for (const name of names.filter((name) => matches(pattern, name) && !expected.includes(name))) {
        findings.add(artifactFault('artifact-unexpected', {
            subject: `artifact ${JSON.stringify(name.slice(0, 100))}`,
            detail: `it matches ${pattern}, and its service is not one of ${legs.map(({ service }) => service).join(', ')}`,
        }));
    }
    for (const { service, artifact: name } of legs) {
        if (name === undefined)
            continue;
        const subject = `artifact ${name}`;
        const opened = await findings.attempt(async () => {
            if (!names.includes(name))
                throw find_artifacts_missing(subject, names);
            return openDigestArtifact(subject, await artifacts.read(name));
        });
        if (opened !== undefined)
            found.set(service, { name, ...opened });
    }
    return found;
}
function matches(pattern, name) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined)
        return name === pattern;
    return name.length >= pattern.length && name.startsWith(before) && name.endsWith(after);
}
function unpinned(pattern) {
    return artifactFault('artifact-unpinned', {
        subject: `artifact ${pattern}`,
        detail: 'any job of this run could have uploaded it, and nothing else says what the digest is',
    });
}
function find_artifacts_missing(subject, names) {
    const there = names.slice(0, 10).map((name) => JSON.stringify(name.slice(0, 100)));
    return artifactFault('artifact-missing', {
        subject,
        detail: `this run has ${there.length === 0 ? 'no artifacts' : `the artifacts ${there.join(', ')}`}`,
    });
}

;// CONCATENATED MODULE: ./src/domain/oci/digest-faults.ts

/** Why a text is no digest to go on with; each row names the usual mistake behind it. */
const DIGEST_FAULTS = {
    'digest-empty': {
        class: 'configuration',
        meaning: 'There is no digest, only an empty text',
        cure: 'Give the build step an `id` and `push: true` (without a push there is no digest), declare it under the `outputs` of its job, and check the names in the expression that hands it on.',
    },
    'digest-file-missing': {
        class: 'configuration',
        meaning: 'There is no file at `digest-file`',
        cure: 'Write it in an earlier step of the same job, and name it relative to the workspace.',
    },
    'digest-unexpanded': {
        class: 'configuration',
        meaning: 'An expression or a variable was not expanded',
        cure: 'Write ${{ … }} in the workflow file, where GitHub expands it; in a script, use double quotes around a variable.',
    },
    'digest-null': {
        class: 'configuration',
        meaning: 'The digest is what a tool prints for nothing, such as `null`',
        cure: 'The path given to jq (or the template of another tool) names a field that is not there: use `jq -er`, which fails then, and correct the path.',
    },
    'digest-quoted': {
        class: 'configuration',
        meaning: 'The digest stands in quotes',
        cure: 'Use `jq -r`, which prints text without quotes.',
    },
    'digest-several': {
        class: 'configuration',
        meaning: 'There are several values where one digest is expected',
        cure: 'Hand on one digest; those of several services are given as one line `service=sha256:…` each.',
    },
    'digest-of-reference': {
        class: 'configuration',
        meaning: 'The value is an image reference, not a digest',
        cure: 'Hand on what stands behind the `@`; give the name in front of it as `image`.',
    },
    'digest-tag': {
        class: 'configuration',
        meaning: 'The value is a tag, not a digest',
        cure: 'A tag can be moved and says nothing about content: hand on the `digest` output of the step that pushed the image.',
    },
    'digest-upper-case': {
        class: 'configuration',
        meaning: 'The digest has upper-case letters',
        cure: 'A digest is lower-case by its specification; take it as the registry gave it, and do not change its case.',
    },
    'digest-no-algorithm': {
        class: 'configuration',
        meaning: 'The digest lacks `sha256:` in front of its digits',
        cure: 'Hand on the whole value, with `sha256:`; an image ID or a checksum of something else is not it.',
    },
    'digest-algorithm': {
        class: 'configuration',
        meaning: 'The digest has another algorithm than sha256',
        cure: 'Registries, cosign and Kyverno address images by sha256: take the digest that the push reported.',
    },
    'digest-length': {
        class: 'configuration',
        meaning: 'The digest does not have 64 digits',
        cure: 'It was cut off or shortened for display (docker images shows 12 digits): hand on the whole value.',
    },
    'digest-malformed': {
        class: 'configuration',
        meaning: 'The value is no digest for a reason that none of the other rows describes',
        cure: 'Hand on the `digest` output of the step that pushed the image: sha256: and 64 lower-case hex digits.',
    },
    'digest-sentinel': {
        class: 'configuration',
        meaning: 'The digest is well-formed and cannot be that of an image: the hash of nothing, or a placeholder',
        cure: 'A command hashed an empty answer, or a default was left in place: look at the step that made the value.',
    },
    'digest-disputed': {
        class: 'policy',
        meaning: 'The sources that are given hold different digests',
        cure: 'Something wrote to one of them: take each from the same run, and re-run the job that pushes the image.',
    },
};
const digestFault = faultsOf(DIGEST_FAULTS);

;// CONCATENATED MODULE: ./src/domain/oci/read-digest.ts


/** How much of a value that somebody else wrote is repeated in a message, in characters. */
const read_digest_MAX_SHOWN = 100;
/** Digests that are right by their form and never those of a manifest. */
const SENTINELS = new Map([
    ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'the hash of nothing'],
    ['01ba4719c80b6fe911b091a7c05124b64eeece964e09c058ef8f9805daca546b', 'the hash of an empty line'],
    ['44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a', 'the hash of {}, the empty config'],
]);
/**
 * Reads the digest of an image from a text that a workflow handed on. White space around it is passed over, as in every input and at
 * the end of every file; nothing else is, and nothing is corrected: a value that needs a correction came from a step that is wrong.
 *
 * @param subject where the text stands, for messages: `input "digest"`
 * @throws {Fault} with a code of {@link DIGEST_FAULTS}, one for each usual mistake
 * @example readDigest(`sha256:${'0a'.repeat(32)}\n`, 'digest.txt').hex === '0a'.repeat(32)
 * @example readDigest('latest', 'input "digest"') // throws digest-tag
 * @see https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests
 */
function readDigest(text, subject) {
    const value = text.trim();
    const finding = findingOf(value);
    if (finding === undefined)
        return Digest.parse(value);
    throw digestFault(finding.cause, { subject, detail: finding.detail });
}
function findingOf(value) {
    if (value === '')
        return { cause: 'digest-empty', detail: 'it is empty' };
    const form = FORMS.find(({ pattern }) => pattern.test(value));
    if (form !== undefined)
        return { cause: form.cause, detail: `it is ${read_digest_shown(value)}, ${form.what}` };
    if (!DIGEST.test(value)) {
        return { cause: 'digest-malformed', detail: `it is ${read_digest_shown(value)}; expected ${DIGEST_FORM}` };
    }
    const { hex } = Digest.parse(value);
    const sentinel = SENTINELS.get(hex) ?? (/^(.)\1*$/.test(hex) ? 'one digit, repeated' : undefined);
    return sentinel === undefined
        ? undefined
        : { cause: 'digest-sentinel', detail: `it is ${value}, ${sentinel}` };
}
/** The forms of what is often found in place of a digest; the first that matches is the cause. */
const FORMS = [
    {
        pattern: /\$\{|\$\(|\$[A-Za-z_]|^`.*`$/,
        cause: 'digest-unexpanded',
        what: 'an expression that was not expanded',
    },
    {
        pattern: /^(?:null|undefined|none|nil|<nil>|<no value>|<none>)$/i,
        cause: 'digest-null',
        what: 'which stands for nothing',
    },
    { pattern: /^(["']).*\1$/s, cause: 'digest-quoted', what: 'in quotes' },
    { pattern: /[\s,;]/, cause: 'digest-several', what: 'which is more than one value' },
    { pattern: /@/, cause: 'digest-of-reference', what: 'an image reference' },
    {
        pattern: /^sha256:(?=[0-9A-Fa-f]{64}$)[0-9a-f]*[A-F]|^(?!sha256:)[Ss][Hh][Aa]256:/,
        cause: 'digest-upper-case',
        what: 'with upper-case letters',
    },
    {
        pattern: new RegExp(SHA256_HEX, 'i'),
        cause: 'digest-no-algorithm',
        what: '64 digits without an algorithm in front of them',
    },
    {
        pattern: /^sha256(?::(?![0-9A-Fa-f]{64}$)[0-9A-Fa-f]*)?$/,
        cause: 'digest-length',
        what: 'which does not have 64 digits',
    },
    {
        pattern: /^[0-9a-f]{12,}$/i,
        cause: 'digest-no-algorithm',
        what: 'digits without an algorithm, and not 64 of them, such as an image ID or another checksum',
    },
    {
        pattern: /^(?!sha256:)[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{32,}$/,
        cause: 'digest-algorithm',
        what: 'of another algorithm',
    },
    {
        pattern: /^(?!sha256:)(?:[\w.-]+(?::\d+)?(?:\/[\w.-]+)*:)?\w[\w.-]{0,127}$/,
        cause: 'digest-tag',
        what: 'a tag',
    },
];
/** In quotes, with what is not printable written out, and cut off. */
function read_digest_shown(value) {
    const text = JSON.stringify(value.slice(0, read_digest_MAX_SHOWN));
    return value.length > read_digest_MAX_SHOWN ? `${text} and ${value.length - read_digest_MAX_SHOWN} more characters` : text;
}

;// CONCATENATED MODULE: ./actions/validate-digest/digest-of.ts




/**
 * Reads the digest of a service from every source that is given. All of them are read, so that all of their faults are findings; a
 * digest is found when every source holds one and they agree.
 */
async function digest_of_digestOf(leg, inputs, artifact, files, findings) {
    const read = [];
    let incomplete = leg.artifact !== undefined && artifact === undefined;
    for (const { source, text } of sourcesOf(leg, inputs, artifact, files)) {
        const digest = await findings.attempt(async () => readDigest(await text(), source));
        if (digest === undefined)
            incomplete = true;
        else
            read.push({ source, digest });
    }
    const [first, ...others] = read;
    if (first === undefined)
        return undefined;
    if (others.some(({ digest }) => !digest.equals(first.digest))) {
        findings.add(digestFault('digest-disputed', {
            subject: leg.service,
            detail: read.map(({ source, digest }) => `${source} says ${digest.text}`).join(', and '),
        }));
        return undefined;
    }
    return incomplete ? undefined : { digest: first.digest, sources: read.map(({ source }) => source) };
}
/** Without any other source it is the input `digest` that is missing. */
function sourcesOf({ service, artifact: name }, { digest, digestFile }, artifact, files) {
    const expectsInput = digest !== undefined || (digestFile === undefined && name === undefined);
    return [
        ...(expectsInput
            ? [
                {
                    source: digest?.kind === 'each' ? `input "digest", ${service}` : 'input "digest"',
                    text: () => valueFor(digest, service) ?? '',
                },
            ]
            : []),
        ...(digestFile === undefined
            ? []
            : [{ source: `file ${digestFile}`, text: () => digest_of_textOf(digestFile, files) }]),
        ...(artifact === undefined
            ? []
            : [
                {
                    source: `${DIGEST_FILE} of artifact ${artifact.name}`,
                    text: () => new TextDecoder().decode(artifact.digest.bytes),
                },
            ]),
    ];
}
async function digest_of_textOf(path, files) {
    const text = await files.readText(path);
    if (text !== undefined)
        return text;
    throw digestFault('digest-file-missing', { subject: `file ${path}`, detail: 'there is no such file' });
}

;// CONCATENATED MODULE: ./actions/validate-digest/summary.ts

/** The job summary of digests that are in order: a sentence, and a row for each service. */
function summaryOf({ service }, legs, headline) {
    return blocks(heading(3, md `Digest of ${markdown_text(service.text)}: ${markdown_text('✅ valid')}`), markdown_text(headline), table(['service', 'image', 'found in', 'platforms', 'evidence, as reported'], legs.map((leg) => [
        code(leg.service),
        code(leg.image?.at(leg.digest).toString() ?? leg.digest.text),
        markdown_text(leg.sources.join(', ')),
        leg.checked === undefined
            ? markdown_text('no registry was asked')
            : join(leg.checked.platforms.map((platform) => code(platform.text)), ', '),
        reported(leg),
    ])));
}
/** Who reported what: it is carried, not judged. */
function reported({ evidence }) {
    if (evidence.length === 0)
        return markdown_text('none');
    return join(evidence.map(({ document, pinned }) => {
        const by = document.source.job === null ? markdown_text('') : md ` by ${code(document.source.job)}`;
        return md `${code(document.action)} ${markdown_text(document.outcome)}${by}${markdown_text(pinned ? '' : ' (not pinned)')}`;
    }), '; ');
}
/** The job summary of what is wrong, all of it. */
function failureSummary({ service }, legs, faults) {
    return blocks(heading(3, md `Digest of ${markdown_text(service.text)}: ${markdown_text('❌ not valid')}`), md `Looked at: ${join(legs.map((leg) => code(leg.service)), ', ')}. Nothing is handed on.`, table(['where', 'what', 'what to do', 'code'], faults.map((fault) => [markdown_text(fault.subject), markdown_text(fault.detail), markdown_text(fault.hint), code(fault.code)])));
}

;// CONCATENATED MODULE: ./actions/validate-digest/report.ts


/** The report of digests that are all in order. */
function toReport(inputs, request, legs, kept) {
    const [leg, ...others] = legs;
    const only = others.length === 0 ? leg : undefined;
    const headline = only === undefined ? sentenceOfSeveral(inputs, legs) : sentenceOf(only);
    const output = (value) => report_outputText(request, legs, value);
    const images = legs.flatMap(({ name, image, digest }) => image === undefined ? [] : [`${name}=${image.at(digest).toString()}`]);
    return {
        conclusion: 'success',
        headline,
        log: [],
        outputs: definedOutputs({
            digest: output(({ digest }) => digest.text),
            'image-ref': output(({ image, digest }) => image?.at(digest).toString()),
            images: images.length === 0 ? undefined : images.join('\n'),
            'media-type': output(({ checked }) => checked?.mediaType),
            platforms: output(({ checked }) => checked?.platforms.join(',')),
            'evidence-directory': kept.folder,
        }),
        summary: summaryOf(inputs, legs, headline),
        annotations: [
            ...unaskedWarning(inputs, request),
            ...replacedWarning(inputs, kept),
            ...legs.flatMap(unpinnedWarning),
            ...legs.flatMap(duplicateWarnings),
        ],
        files: [],
        // inputs of several services do not go together with it
        ...(inputs.publishArtifact && only !== undefined && { artifact: artifactOf(only) }),
        evidence: {
            outcome: 'pass',
            reason: headline,
            ...(only === undefined ? { details: NOTHING_FOUND } : claimOf(only)),
        },
    };
}
/** `orders: sha256:… is in ghcr.io/org/orders for linux/amd64, linux/arm64.` */
function sentenceOf({ service, checked, digest }) {
    if (checked === undefined)
        return `${service}: ${digest.text} is well-formed; no registry was asked.`;
    return `${service}: ${digest.text} is in ${checked.image.name} for ${checked.platforms.join(', ')}.`;
}
/** `bookstore: the digests of orders, catalog are in their registries.` */
function sentenceOfSeveral({ service }, legs) {
    const checked = legs.every((each) => each.checked !== undefined);
    const where = checked ? 'are in their registries' : 'are well-formed; no registry was asked';
    return `${service.text}: the digests of ${legs.map((each) => each.service).join(', ')} ${where}.`;
}
/** The value of the one service, or a line for each of several. */
function report_outputText({ fanIn }, legs, value) {
    const lines = legs.flatMap((leg) => {
        const text = value(leg);
        if (text === undefined)
            return [];
        return [fanIn ? `${leg.service}=${text}` : text];
    });
    return lines.length === 0 ? undefined : lines.join('\n');
}
function definedOutputs(outputs) {
    return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value !== undefined));
}
/** An image that was lost on the way is an empty input, as is one that nobody gave. */
function unaskedWarning({ service, checkRegistry }, request) {
    if (request.checkRegistry || checkRegistry === false)
        return [];
    return [
        {
            level: 'warning',
            title: 'validate-digest',
            message: `${service.text}: no registry was asked, since image is empty. Give image, or set check-registry: false to say that this is meant.`,
        },
    ];
}
/** The outputs of the earlier step still name the folder. */
function replacedWarning({ service }, { replaced }) {
    if (!replaced)
        return [];
    return [
        {
            level: 'warning',
            title: 'validate-digest',
            message: `${service.text}: an earlier step of this job has checked this service too, and what it left in its evidence-directory is gone. Use that before this step, or give one of the two another name as service and the real one under services.`,
        },
    ];
}
/** Where there is evidence that any job which runs code of the repository could have uploaded. */
function unpinnedWarning({ artifact, service, evidence }) {
    if (artifact === undefined || evidence.every(({ pinned }) => pinned))
        return [];
    return [
        {
            level: 'warning',
            title: 'validate-digest',
            message: `${service}: nothing pins artifact ${artifact}, which any job of this run could have uploaded; its evidence is not in evidence-directory. Hand evidence-sha256 of the step that publishes it on as a job output, and give it as artifact-evidence-sha256.`,
        },
    ];
}
/** Of two manifests for one platform clients take the first, so that the other is never run. */
function duplicateWarnings({ service, checked }) {
    const platforms = checked?.platforms.map(({ text }) => text) ?? [];
    const twice = new Set(platforms.filter((platform, index) => platforms.indexOf(platform) < index));
    return [...twice].map((platform) => ({
        level: 'warning',
        title: 'validate-digest',
        message: `${service}: the index has more than one manifest for ${platform}; clients take the first.`,
    }));
}
/** Of several services, or of what is wrong, there is no one image to speak of. */
const NOTHING_FOUND = { mediaType: null, platforms: [], checkedIn: null };
function claimOf({ image, digest, checked, }) {
    return {
        ...(image !== undefined && { image: image.text }),
        digest: digest.text,
        details: {
            mediaType: checked?.mediaType ?? null,
            platforms: checked?.platforms.map(({ text }) => text) ?? [],
            checkedIn: checked?.image.name ?? null,
        },
    };
}
function artifactOf({ service, digest, evidence }) {
    return {
        name: artifactNameOf(service),
        files: [
            { path: DIGEST_FILE, content: `${digest.text}\n` },
            ...evidence
                // the document of this step takes the place of one of an earlier step
                .filter(({ document }) => document.action !== 'validate-digest')
                .map(({ document, content }) => ({ path: `evidence/${document.action}.json`, content })),
        ],
    };
}
/** Everything that is wrong with the digests; where something could not be found out, the digests were not judged. */
function toFailureReport(inputs, { legs }, [first, ...others]) {
    const faults = [first, ...others];
    const undecided = faults.find((fault) => fault.class === 'infrastructure');
    const said = others.length === 0
        ? first.message
        : `${faults.length} faults. ${faults.map((fault, index) => `${index + 1}. ${fault.message}`).join(' ')}`;
    const reason = `${inputs.service.text}: ${said}`;
    return {
        conclusion: 'failure',
        headline: reason,
        log: [],
        outputs: {},
        summary: failureSummary(inputs, legs, faults),
        annotations: others.length === 0 ? [] : faults.map(annotationOf),
        files: [],
        evidence: {
            outcome: undecided === undefined ? 'fail' : 'error',
            class: (undecided ?? first).class,
            reason,
            details: NOTHING_FOUND,
        },
    };
}
function annotationOf({ message, code }) {
    return { level: 'error', title: code, message };
}

;// CONCATENATED MODULE: ./actions/validate-digest/request.ts


/**
 * Works out which services are meant, and what is asked about each.
 *
 * @throws {Fault} `input-invalid`, naming everything that does not go together
 */
function requestOf(inputs) {
    const services = servicesOf(inputs);
    const fanIn = inputs.services !== undefined || inputs.digest?.kind === 'each';
    const checkRegistry = inputs.checkRegistry ?? inputs.image !== undefined;
    const problems = [
        ...sourceProblems(inputs, fanIn),
        ...registryProblems(inputs, checkRegistry),
        ...(fanIn ? fanInProblems(inputs) : []),
        ...serviceProblems(inputs, services, fanIn),
    ];
    if (problems.length > 0)
        throw inputFault(problems);
    const legs = services.map((service) => ({
        service,
        image: valueFor(inputs.image, service),
        name: valueFor(inputs.name, service) ?? service,
        artifact: inputs.artifact?.replace('*', service),
        artifactPin: valueFor(inputs.artifactEvidenceSha256, service),
    }));
    return { legs, fanIn, checkRegistry };
}
function servicesOf({ service, services, digest }) {
    if (services !== undefined)
        return [...new Set(services.map(({ text }) => text))];
    return digest?.kind === 'each' ? [...digest.values.keys()] : [service.text];
}
function sourceProblems(inputs, fanIn) {
    const { artifact, artifactEvidenceSha256: pin, publishArtifact, services } = inputs;
    const isPattern = artifact?.includes('*') === true;
    const possible = [
        [
            isPattern && !fanIn,
            problem('services', undefined, 'the services whose artifacts `artifact` stands for, one per line'),
        ],
        [
            artifact !== undefined && !isPattern && fanIn,
            problem('artifact', artifact, 'a name with one * for the service, since there are several services'),
        ],
        [
            pin !== undefined && artifact === undefined,
            problem('artifact', undefined, 'the artifact that `artifact-evidence-sha256` is about'),
        ],
        [
            artifact !== undefined && publishArtifact,
            problem('publish-artifact', 'true', 'not together with artifact: one brings the digest, the other takes it away'),
        ],
        [services?.length === 0, problem('services', '', 'at least one service')],
    ];
    return possible.flatMap(([holds, found]) => (holds ? [found] : []));
}
function registryProblems(inputs, checkRegistry) {
    const asked = [
        ...(inputs.requireIndex ? ['require-index'] : []),
        ...(inputs.platforms.length > 0 ? ['platforms'] : []),
    ];
    if (checkRegistry) {
        return inputs.image === undefined
            ? [problem('image', undefined, 'registry/repository, which check-registry needs')]
            : [];
    }
    return asked.map((name) => problem(name, 'set', 'no such demand without a look into the registry: give image, and not check-registry: false'));
}
/** What is of one service and cannot be told apart for several. */
function fanInProblems(inputs) {
    const alone = [
        ...(inputs.digestFile === undefined ? [] : ['digest-file']),
        ...(inputs.evidence.length === 0 ? [] : ['evidence']),
        ...(inputs.publishArtifact ? ['publish-artifact'] : []),
    ];
    return alone.map((name) => problem(name, 'set', 'nothing, where there are several services: it is about one'));
}
/** Of several services each has its own value, and nothing is given for others. */
function serviceProblems(inputs, services, fanIn) {
    const given = [
        ['digest', inputs.digest],
        ['image', inputs.image],
        ['name', inputs.name],
        ['artifact-evidence-sha256', inputs.artifactEvidenceSha256],
    ];
    return given.flatMap(([input, value]) => {
        if (value === undefined)
            return [];
        if (value.kind === 'one') {
            return fanIn ? [problem(input, 'one value', 'a line service=value for each of several services')] : [];
        }
        const strange = [...value.values.keys()].filter((service) => !services.includes(service));
        // a digest that is missing is told as what it is, with the others
        const missing = input === 'digest' ? [] : services.filter((service) => !value.values.has(service));
        return [
            ...(strange.length > 0
                ? [problem(input, `lines for ${strange.join(', ')}`, `lines for ${services.join(', ')} alone`)]
                : []),
            ...(missing.length > 0
                ? [problem(input, `no line for ${missing.join(', ')}`, 'a line for every service')]
                : []),
        ];
    });
}
function problem(input, seen, expected) {
    return { input, seen, expected };
}

;// CONCATENATED MODULE: ./actions/validate-digest/validate.ts







/** Reads the digest of each service from all of its sources, and holds it against registry and evidence. */
async function validate(inputs, context, ports) {
    const kept = checkedFolder(context, inputs.service.text);
    // what an earlier step checked is not what this one did, whatever becomes of it
    const replaced = (await ports.files.kind(kept)) !== undefined;
    await ports.writer.remove(kept);
    const request = requestOf(inputs);
    const findings = new Findings();
    const artifacts = await findArtifacts(inputs, request.legs, ports.artifacts, findings);
    const valid = [];
    for (const leg of request.legs) {
        const artifact = artifacts.get(leg.service);
        const found = await digest_of_digestOf(leg, inputs, artifact, ports.files, findings);
        if (found === undefined)
            continue;
        const { digest, sources } = found;
        const evidence = await checkEvidence(leg, inputs, context, { artifact, digest }, ports.files, findings);
        const image = request.checkRegistry ? leg.image?.at(digest) : undefined;
        const checked = image && (await findings.attempt(() => checkImage(image, inputs, ports.registry)));
        valid.push({ ...leg, digest, sources, checked, evidence });
    }
    const [fault, ...faults] = findings.faults;
    if (fault !== undefined)
        return toFailureReport(inputs, request, [fault, ...faults]);
    const folder = await keepEvidence(kept, valid, ports.writer);
    return toReport(inputs, request, valid, { folder, replaced });
}

;// CONCATENATED MODULE: ./actions/validate-digest/main.ts







/** Runs validate-digest on this machine. */
async function run() {
    const shell = systemShell();
    const { workspace, temp } = shell.runner.context();
    const artifacts = workflowArtifacts(temp);
    const registry = httpRegistry({
        log: shell.log,
        onSecret: (secret) => {
            shell.log.mask(secret);
        },
    });
    await execute({ name: 'validate-digest', inputs: inputs, outputs: outputs, files: ['artifact'], run: validate }, { ...shell, artifacts }, { files: nodeFiles(workspace), artifacts, registry, writer: shell.writer });
}


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 89635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand)
/* harmony export */ });
/* unused harmony export issue */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4679);


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
    process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_0__.EOL);
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
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return (0,_utils_js__WEBPACK_IMPORTED_MODULE_1__/* .toCommandValue */ .E)(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map

/***/ }),

/***/ 82902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ issueFileCommand),
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(79896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(70857);
/* harmony import */ var _utils_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(4679);
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs__WEBPACK_IMPORTED_MODULE_1__.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs__WEBPACK_IMPORTED_MODULE_1__.appendFileSync(filePath, `${(0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(message)}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID()}`;
    const convertedValue = (0,_utils_js__WEBPACK_IMPORTED_MODULE_3__/* .toCommandValue */ .E)(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_2__.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map

/***/ }),

/***/ 4679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ toCommandValue),
/* harmony export */   k: () => (/* binding */ toCommandProperties)
/* harmony export */ });
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
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
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
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
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
/******/ var __webpack_exports__ = __nccwpck_require__(32792);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
