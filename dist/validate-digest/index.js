import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 32792:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(10252);

await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 10252:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ main_run)
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
    'manifest-malformed': {
        class: 'policy',
        meaning: 'A manifest cannot be read: no OCI or Docker manifest or index, contradicting itself, or larger than 4 MiB',
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

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
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

;// CONCATENATED MODULE: ./src/adapters/registry/places.ts
/** Docker Hub is addressed by a name at which its API is not served. */
const DOCKER_HUB = ['docker.io', 'index.docker.io', 'registry-1.docker.io'];
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
/** Whether what is sent stays private: on its way by TLS, or because it never leaves this machine. */
function isProtected(url) {
    return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}
function isLoopback({ hostname }) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

;// CONCATENATED MODULE: ./src/adapters/registry/docker-credentials.ts








const HELPER_MILLISECONDS = 60_000;
/**
 * The login of a registry as docker keeps it, in `config.json` of the folder that `DOCKER_CONFIG` names, else of `~/.docker`: from the
 * credential helper of the registry, else from the store of all registries, else from the file itself.
 *
 * @returns undefined where there is none
 * @throws {Fault} `credentials-unreadable`, without a word of what is in the file or was said by a helper
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
    const { code, output } = await run(program, server, environment);
    if (code !== 0) {
        if (/credentials not found/i.test(output))
            return undefined;
        throw unreadable(program, code === undefined ? 'it cannot be run' : `it ended with code ${code}`);
    }
    const answer = parsed(program, output);
    const { Username: username, Secret: secret } = answer;
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
async function run(program, input, environment) {
    const child = (0,external_node_child_process_namespaceObject.spawn)(program, ['get'], {
        env: environment,
        stdio: ['pipe', 'pipe', 'ignore'],
        // unlike the option `timeout`, this keeps no process alive when there is no helper to end
        signal: AbortSignal.timeout(HELPER_MILLISECONDS),
    });
    const code = new Promise((resolve) => {
        child.on('error', () => {
            resolve(undefined);
        });
        child.on('close', (exit) => {
            resolve(exit ?? undefined);
        });
    });
    // a helper may end without reading
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    const output = await (0,consumers_namespaceObject.text)(child.stdout);
    return { code: await code, output };
}
function unreadable(subject, detail) {
    return registryFault('credentials-unreadable', { subject, detail });
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./src/adapters/registry/exchange.ts


const MAX_REDIRECTS = 5;
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
            return { status: response.status, headers: response.headers, body, url };
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
    if (isProtected(next))
        return next;
    throw registryFault('registry-unsafe', {
        subject: from.host,
        detail: `it redirects to ${next.protocol}//${next.host}, without TLS`,
    });
}
async function readBody(response, { host }, limit) {
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
            throw registryFault('manifest-malformed', {
                subject: host,
                detail: `its answer has more than ${limit} bytes, which no manifest has`,
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
};
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;
/** What is asked for is given, up to this. */
const LONGEST_RETRY_AFTER = 60_000;
/**
 * Repeats a request while it fails for a reason that can pass: no whole answer, 404, 429 and 5xx. The pauses double, each of a random
 * length from half of it on, so that jobs which failed together do not come back together; `Retry-After` goes before.
 *
 * @throws {Fault} of the request, at once
 */
async function tryPatiently(patience, send) {
    for (let tries = 1;; tries++) {
        const tried = await tryOnce(send, tries);
        const limit = 'answer' in tried && tried.answer.status === 404 ? patience.triesForMissing : patience.tries;
        if (tries >= limit || ('answer' in tried && !canPass(tried.answer.status)))
            return tried;
        await patience.wait(pauseAfter(tried, patience));
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
    return status === 404 || status === 408 || status === 429 || status >= 500;
}
function pauseAfter(tried, { random, now }) {
    const asked = 'answer' in tried ? retryAfter(tried.answer.headers.get('retry-after'), now()) : undefined;
    if (asked !== undefined)
        return Math.min(asked, LONGEST_RETRY_AFTER);
    const longest = Math.min(FIRST_PAUSE * 2 ** (tried.tries - 1), LONGEST_PAUSE);
    return Math.round(longest * (0.5 + random() / 2));
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
async function authorizationFor(challenged, context) {
    const challenge = parseChallenge(challenged.headers.get('www-authenticate'));
    const { credentials } = context;
    if (challenge === undefined)
        return undefined;
    if (credentials?.kind === 'bearer')
        return `Bearer ${credentials.token}`;
    if (challenge.scheme === 'bearer')
        return `Bearer ${await tokenFor(challenge, challenged.url, context)}`;
    return credentials?.kind === 'password' ? basic(credentials) : undefined;
}
function basic({ username, password }) {
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
async function tokenFor(challenge, from, context) {
    const realm = realmOf(challenge.realm, from, context);
    const answer = await context.send(tokenRequest(realm, challenge.service, context));
    if (answer.status !== 200)
        throw denied(realm, answer.status, context);
    const token = tokenIn(answer.body);
    if (token === undefined)
        throw denied(realm, answer.status, context);
    context.onSecret(token);
    return token;
}
/** Only an https address may be elsewhere: who listens on the way, or on another machine, must not get the login. */
function realmOf(realm, from, { registry }) {
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    const isSafe = url !== undefined && isProtected(url) && (url.protocol === 'https:' || from.protocol === 'http:');
    if (isSafe)
        return url;
    const shown = url === undefined ? 'something that is no URL' : `${url.protocol}//${url.host}`;
    throw registryFault('registry-unsafe', {
        subject: registry,
        detail: `it asks for a token of ${shown}, to which no login is sent`,
    });
}
function tokenRequest(realm, service, context) {
    const { repository, credentials, timeoutMilliseconds } = context;
    const parameters = new URLSearchParams({
        ...(service !== undefined && { service }),
        scope: `repository:${repository}:pull`,
    });
    const limits = { maxBytes: TOKEN_BYTES, timeoutMilliseconds };
    if (credentials?.kind === 'identity') {
        parameters.set('grant_type', 'refresh_token');
        parameters.set('client_id', 'bookstore-actions');
        parameters.set('refresh_token', credentials.token);
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return { method: 'POST', url: realm, headers, body: parameters.toString(), ...limits };
    }
    const url = new URL(realm);
    for (const [name, value] of parameters)
        url.searchParams.set(name, value);
    const authorization = credentials?.kind === 'password' ? basic(credentials) : undefined;
    return { method: 'GET', url, headers: {}, authorization, ...limits };
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
function denied(realm, status, { registry, credentials }) {
    const login = credentials === undefined ? 'without a login' : 'for the login of the docker configuration';
    const what = status === 200 ? 'no token that can be used' : `status ${status}`;
    return registryFault('registry-denied', {
        subject: registry,
        detail: `its token service ${realm.host} answered ${login} with ${what}`,
    });
}

;// CONCATENATED MODULE: ./src/adapters/registry/session.ts





/** The requests to one repository of a registry: they share a login. */
class RegistrySession {
    #registry;
    #repository;
    #origin;
    #options;
    #authorization;
    #credentials;
    constructor(registry, repository, options) {
        this.#registry = registry;
        this.#repository = repository;
        this.#origin = originOf(registry);
        this.#options = options;
    }
    /**
     * The answer to a request: 200, 404, or what else is no failure of the registry.
     *
     * @throws {Fault} `registry-denied`, `registry-unavailable`, `registry-unsafe`, `credentials-unreadable`
     */
    async ask(wanted) {
        const { method, path, accept, maxBytes, follow, mayBeLate = true } = wanted;
        const url = new URL(`/v2/${this.#repository}/${path}`, this.#origin);
        const { timeoutMilliseconds, patience } = this.#options;
        const limits = { maxBytes, timeoutMilliseconds, ...(follow !== undefined && { follow }) };
        const answer = this.#answerIn(await tryPatiently(mayBeLate ? patience : { ...patience, triesForMissing: 1 }, () => this.#authorized({ method, url, headers: { accept }, ...limits })));
        if (answer.status === 401 || answer.status === 403)
            throw await this.#denied(answer);
        return answer;
    }
    /** Sends with the login so far; one challenge is met. */
    async #authorized(request) {
        const answer = await exchange({ ...request, authorization: this.#authorization });
        // only the registry itself is answered, not where it redirected to
        if (answer.status !== 401 || answer.url.origin !== this.#origin.origin)
            return answer;
        this.#authorization = await this.#login(answer);
        return this.#authorization === undefined
            ? answer
            : exchange({ ...request, authorization: this.#authorization });
    }
    async #login(challenged) {
        const credentials = await this.#ownCredentials();
        const { onSecret, patience, timeoutMilliseconds } = this.#options;
        return authorizationFor(challenged, {
            registry: this.#registry,
            repository: this.#repository,
            credentials,
            timeoutMilliseconds,
            onSecret,
            send: async (request) => this.#answerIn(await tryPatiently({ ...patience, triesForMissing: 1 }, () => exchange(request))),
        });
    }
    async #ownCredentials() {
        this.#credentials ??= this.#options.credentials(this.#registry);
        const credentials = await this.#credentials;
        if (credentials !== undefined) {
            this.#options.onSecret(credentials.kind === 'password' ? credentials.password : credentials.token);
        }
        return credentials;
    }
    /** @throws {Fault} `registry-unavailable` */
    #answerIn(tried) {
        if ('answer' in tried && tried.answer.status < 500 && tried.answer.status !== 429)
            return tried.answer;
        const detail = 'answer' in tried
            ? `it answered ${tried.answer.status}, at the last of ${tried.tries} tries`
            : `there was no answer, at the last of ${tried.tries} tries: ${tried.error.message}`;
        throw registryFault('registry-unavailable', {
            subject: this.#registry,
            detail,
            ...('error' in tried && { cause: tried.error }),
        });
    }
    async #denied(answer) {
        const credentials = await this.#ownCredentials();
        const login = credentials === undefined
            ? 'the docker configuration has no login for it'
            : 'the login of the docker configuration was sent';
        return registryFault('registry-denied', {
            subject: `${this.#registry}/${this.#repository}`,
            detail: `${answer.url.host} answered ${answer.status}; ${login}`,
        });
    }
}

;// CONCATENATED MODULE: ./src/adapters/http-registry.ts






/** The size up to which registries have to take manifests. */
const MAX_BYTES = 4 * 1024 * 1024;
const MANIFEST_ACCEPT = [...INDEX_TYPES, ...MANIFEST_TYPES].join(', ');
const TIMEOUT_MILLISECONDS = 30_000;
/**
 * Reads from registries over HTTP, with the logins of docker. Loopback addresses are spoken to without TLS, all others with it.
 *
 * @see https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
function httpRegistry(options = {}) {
    const sessions = new Map();
    const shared = {
        credentials: (registry) => dockerCredentials(registry, process.env),
        onSecret: () => undefined,
        patience: USUAL_PATIENCE,
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
        ...options,
    };
    const sessionOf = ({ name, registry, repository }) => {
        const session = sessions.get(name) ?? new RegistrySession(registry, repository, shared);
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
                throw await missing(sessionOf(image), image);
            const bytes = genuine(image, answer);
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
                return genuine(image, answer);
            throw registryFault('image-missing', {
                subject: image.toString(),
                detail: 'the registry has no config with this digest, which the manifest names',
            });
        },
    };
}
/** The bytes that were asked for: of a registry that answers, and that hash to the digest, whatever its headers say. */
function genuine(image, { status, body, url }) {
    if (status !== 200) {
        throw registryFault('registry-unavailable', {
            subject: image.toString(),
            detail: `${url.host} answered ${status}`,
        });
    }
    const hash = (0,external_node_crypto_.createHash)('sha256').update(body).digest('hex');
    if (hash === image.digest.hex)
        return body;
    throw registryFault('image-foreign-bytes', {
        subject: image.toString(),
        detail: `${url.host} gave ${body.length} bytes that hash to sha256:${hash}`,
    });
}
/** Tells a config or a layer, which is kept elsewhere, from what is not there at all. */
async function missing(session, image) {
    const blob = await session.ask({
        method: 'HEAD',
        path: `blobs/${image.digest.text}`,
        accept: '*/*',
        maxBytes: 0,
        // a redirect to a storage says enough, and the storage may not answer HEAD
        follow: false,
        mayBeLate: false,
    });
    const subject = image.toString();
    return blob.status < 400
        ? registryFault('image-is-blob', {
            subject,
            detail: 'the registry has a blob with this digest, and no manifest',
        })
        : registryFault('image-missing', { subject, detail: 'the registry answered 404, again and again' });
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
/**
 * Files on the disk; relative paths begin at the workspace. What cannot be read is a fault that names the path. A glob finds no
 * symbolic links and nothing behind them, so that no file is found twice.
 */
function nodeFiles(workspace) {
    const at = (path) => (0,external_node_path_.resolve)(workspace, path);
    return {
        find: async (folder, pattern) => {
            const { default: picomatch } = await __nccwpck_require__.e(/* import() */ 6).then(__nccwpck_require__.t.bind(__nccwpck_require__, 14006, 23));
            const { named, open } = splitGlob(pattern);
            const start = (0,external_node_path_.isAbsolute)(named) ? named : external_node_path_.posix.join(folder, named);
            const matches = picomatch(open, { windows: false });
            const found = filesBelow(at(start), depthOf(open)).filter((path) => matches(path));
            return found.map((path) => external_node_path_.posix.join(start, path)).sort();
        },
        list: (folder) => promised(() => filesBelow(at(folder))
            .map((path) => external_node_path_.posix.join(folder, path))
            .sort()),
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
function filesBelow(folder, depth = Number.POSITIVE_INFINITY) {
    if (depth === 0)
        return [];
    const entries = readable(folder, () => (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true })) ?? [];
    return entries.flatMap((entry) => {
        if (entry.isFile())
            return [entry.name];
        if (!entry.isDirectory() || LEFT_OUT.test(entry.name))
            return [];
        return filesBelow(`${folder}/${entry.name}`, depth - 1).map((path) => `${entry.name}/${path}`);
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

;// CONCATENATED MODULE: external "module"
const external_module_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");
;// CONCATENATED MODULE: ./node_modules/fflate/esm/index.mjs

var esm_require = (0,external_module_namespaceObject.createRequire)('/');
// DEFLATE is a complex format; to read this code, you should probably check the RFC first:
// https://tools.ietf.org/html/rfc1951
// You may also wish to take a look at the guide I made about this program:
// https://gist.github.com/101arrowz/253f31eb5abc3d9275ab943003ffecad
// Some of the following code is similar to that of UZIP.js:
// https://github.com/photopea/UZIP.js
// However, the vast majority of the codebase has diverged from UZIP.js to increase performance and reduce bundle size.
// Sometimes 0 will appear where -1 would be more appropriate. This is because using a uint
// is better for memory in most engines (I *think*).
var _a;
// Mediocre shim
var Worker;
var isMarkedAsUntransferable;
var workerAdd = ";var __w=require('worker_threads');__w.parentPort.on('message',function(m){onmessage({data:m})}),postMessage=function(m,t){__w.parentPort.postMessage(m,t)},close=process.exit;self=global";
try {
    (_a = esm_require('worker_threads'), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable);
}
catch (e) {
}
var wk = (/* unused pure expression or super */ null && (Worker ? function (c, _, msg, transfer, cb) {
    var done = false;
    var w = new Worker(c + workerAdd, { eval: true })
        .on('error', function (e) { return cb(e, null); })
        .on('message', function (m) { return cb(null, m); })
        .on('exit', function (c) {
        if (c && !done)
            cb(new Error('exited with code ' + c), null);
    });
    if (isMarkedAsUntransferable)
        transfer = transfer.filter(function (t) { return !isMarkedAsUntransferable(t); });
    w.postMessage(msg, transfer);
    w.terminate = function () {
        done = true;
        return Worker.prototype.terminate.call(w);
    };
    return w;
} : function (_, __, ___, ____, cb) {
    setImmediate(function () { return cb(new Error('async operations unsupported - update to Node 12+ (or Node 10-11 with the --experimental-worker CLI flag)'), null); });
    var NOP = function () { };
    return {
        terminate: NOP,
        postMessage: NOP
    };
}));

// aliases for shorter compressed code (most minifers don't do this)
var u8 = Uint8Array, u16 = Uint16Array, i32 = Int32Array;
// fixed length extra bits
var fleb = new u8([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0, /* unused */ 0, 0, /* impossible */ 0]);
// fixed distance extra bits
var fdeb = new u8([0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, /* unused */ 0, 0]);
// code length index map
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
// get base, reverse index map from extra bits
var freb = function (eb, start) {
    var b = new u16(31);
    for (var i = 0; i < 31; ++i) {
        b[i] = start += 1 << eb[i - 1];
    }
    // numbers here are at max 18 bits
    var r = new i32(b[30]);
    for (var i = 1; i < 30; ++i) {
        for (var j = b[i]; j < b[i + 1]; ++j) {
            r[j] = ((j - b[i]) << 5) | i;
        }
    }
    return { b: b, r: r };
};
var _a = freb(fleb, 2), fl = _a.b, revfl = _a.r;
// we can ignore the fact that the other numbers are wrong; they never happen anyway
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0), fd = _b.b, revfd = _b.r;
// map of value to reverse (assuming 16 bits)
var rev = new u16(32768);
for (var i = 0; i < 32768; ++i) {
    // reverse table algorithm from SO
    var x = ((i & 0xAAAA) >> 1) | ((i & 0x5555) << 1);
    x = ((x & 0xCCCC) >> 2) | ((x & 0x3333) << 2);
    x = ((x & 0xF0F0) >> 4) | ((x & 0x0F0F) << 4);
    rev[i] = (((x & 0xFF00) >> 8) | ((x & 0x00FF) << 8)) >> 1;
}
// create huffman tree from u8 "map": index -> code length for code index
// mb (max bits) must be at most 15
// TODO: optimize/split up?
var hMap = (function (cd, mb, r) {
    var s = cd.length;
    // index
    var i = 0;
    // u16 "map": index -> # of codes with bit length = index
    var l = new u16(mb);
    // length of cd must be 288 (total # of codes)
    for (; i < s; ++i) {
        if (cd[i])
            ++l[cd[i] - 1];
    }
    // u16 "map": index -> minimum code for bit length = index
    var le = new u16(mb);
    for (i = 1; i < mb; ++i) {
        le[i] = (le[i - 1] + l[i - 1]) << 1;
    }
    var co;
    if (r) {
        // u16 "map": index -> number of actual bits, symbol for code
        co = new u16(1 << mb);
        // bits to remove for reverser
        var rvb = 15 - mb;
        for (i = 0; i < s; ++i) {
            // ignore 0 lengths
            if (cd[i]) {
                // num encoding both symbol and bits read
                var sv = (i << 4) | cd[i];
                // free bits
                var r_1 = mb - cd[i];
                // start value
                var v = le[cd[i] - 1]++ << r_1;
                // m is end value
                for (var m = v | ((1 << r_1) - 1); v <= m; ++v) {
                    // every 16 bit value starting with the code yields the same result
                    co[rev[v] >> rvb] = sv;
                }
            }
        }
    }
    else {
        co = new u16(s);
        for (i = 0; i < s; ++i) {
            if (cd[i]) {
                co[i] = rev[le[cd[i] - 1]++] >> (15 - cd[i]);
            }
        }
    }
    return co;
});
// fixed length tree
var flt = new u8(288);
for (var i = 0; i < 144; ++i)
    flt[i] = 8;
for (var i = 144; i < 256; ++i)
    flt[i] = 9;
for (var i = 256; i < 280; ++i)
    flt[i] = 7;
for (var i = 280; i < 288; ++i)
    flt[i] = 8;
// fixed distance tree
var fdt = new u8(32);
for (var i = 0; i < 32; ++i)
    fdt[i] = 5;
// fixed length map
var flm = /*#__PURE__*/ (/* unused pure expression or super */ null && (hMap(flt, 9, 0))), flrm = /*#__PURE__*/ hMap(flt, 9, 1);
// fixed distance map
var fdm = /*#__PURE__*/ (/* unused pure expression or super */ null && (hMap(fdt, 5, 0))), fdrm = /*#__PURE__*/ hMap(fdt, 5, 1);
// find max of array
var max = function (a) {
    var m = a[0];
    for (var i = 1; i < a.length; ++i) {
        if (a[i] > m)
            m = a[i];
    }
    return m;
};
// read d, starting at bit p and mask with m
var bits = function (d, p, m) {
    var o = (p / 8) | 0;
    return ((d[o] | (d[o + 1] << 8)) >> (p & 7)) & m;
};
// read d, starting at bit p continuing for at least 16 bits
var bits16 = function (d, p) {
    var o = (p / 8) | 0;
    return ((d[o] | (d[o + 1] << 8) | (d[o + 2] << 16)) >> (p & 7));
};
// get end of byte
var shft = function (p) { return ((p + 7) / 8) | 0; };
// typed array slice - allows garbage collector to free original reference,
// while being more compatible than .slice
var slc = function (v, s, e) {
    if (s == null || s < 0)
        s = 0;
    if (e == null || e > v.length)
        e = v.length;
    // can't use .constructor in case user-supplied
    return new u8(v.subarray(s, e));
};
/**
 * Codes for errors generated within this library
 */
var FlateErrorCode = {
    UnexpectedEOF: 0,
    InvalidBlockType: 1,
    InvalidLengthLiteral: 2,
    InvalidDistance: 3,
    StreamFinished: 4,
    NoStreamHandler: 5,
    InvalidHeader: 6,
    NoCallback: 7,
    InvalidUTF8: 8,
    ExtraFieldTooLong: 9,
    InvalidDate: 10,
    FilenameTooLong: 11,
    StreamFinishing: 12,
    InvalidZipData: 13,
    UnknownCompressionMethod: 14
};
// error codes
var ec = [
    'unexpected EOF',
    'invalid block type',
    'invalid length/literal',
    'invalid distance',
    'stream finished',
    'no stream handler',
    , // determined by compression function
    'no callback',
    'invalid UTF-8 data',
    'extra field too long',
    'date not in range 1980-2099',
    'filename too long',
    'stream finishing',
    'invalid zip data'
    // determined by unknown compression method
];
;
var err = function (ind, msg, nt) {
    var e = new Error(msg || ec[ind]);
    e.code = ind;
    if (Error.captureStackTrace)
        Error.captureStackTrace(e, err);
    if (!nt)
        throw e;
    return e;
};
// expands raw DEFLATE data
var inflt = function (dat, st, buf, dict) {
    // source length       dict length
    var sl = dat.length, dl = dict ? dict.length : 0;
    if (!sl || st.f && !st.l)
        return buf || new u8(0);
    var noBuf = !buf;
    // have to estimate size
    var resize = noBuf || st.i != 2;
    // no state
    var noSt = st.i;
    // Assumes roughly 33% compression ratio average
    if (noBuf)
        buf = new u8(sl * 3);
    // ensure buffer can fit at least l elements
    var cbuf = function (l) {
        var bl = buf.length;
        // need to increase size to fit
        if (l > bl) {
            // Double or set to necessary, whichever is greater
            var nbuf = new u8(Math.max(bl * 2, l));
            nbuf.set(buf);
            buf = nbuf;
        }
    };
    //  last chunk         bitpos           bytes
    var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
    // total bits
    var tbts = sl * 8;
    do {
        if (!lm) {
            // BFINAL - this is only 1 when last chunk is next
            final = bits(dat, pos, 1);
            // type: 0 = no compression, 1 = fixed huffman, 2 = dynamic huffman
            var type = bits(dat, pos + 1, 3);
            pos += 3;
            if (!type) {
                // go to end of byte boundary
                var s = shft(pos) + 4, l = dat[s - 4] | (dat[s - 3] << 8), t = s + l;
                if (t > sl) {
                    if (noSt)
                        err(0);
                    break;
                }
                // ensure size
                if (resize)
                    cbuf(bt + l);
                // Copy over uncompressed data
                buf.set(dat.subarray(s, t), bt);
                // Get new bitpos, update byte count
                st.b = bt += l, st.p = pos = t * 8, st.f = final;
                continue;
            }
            else if (type == 1)
                lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
            else if (type == 2) {
                //  literal                            lengths
                var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
                var tl = hLit + bits(dat, pos + 5, 31) + 1;
                pos += 14;
                // length+distance tree
                var ldt = new u8(tl);
                // code length tree
                var clt = new u8(19);
                for (var i = 0; i < hcLen; ++i) {
                    // use index map to get real code
                    clt[clim[i]] = bits(dat, pos + i * 3, 7);
                }
                pos += hcLen * 3;
                // code lengths bits
                var clb = max(clt), clbmsk = (1 << clb) - 1;
                // code lengths map
                var clm = hMap(clt, clb, 1);
                for (var i = 0; i < tl;) {
                    var r = clm[bits(dat, pos, clbmsk)];
                    // bits read
                    pos += r & 15;
                    // symbol
                    var s = r >> 4;
                    // code length to copy
                    if (s < 16) {
                        ldt[i++] = s;
                    }
                    else {
                        //  copy   count
                        var c = 0, n = 0;
                        if (s == 16)
                            n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i - 1];
                        else if (s == 17)
                            n = 3 + bits(dat, pos, 7), pos += 3;
                        else if (s == 18)
                            n = 11 + bits(dat, pos, 127), pos += 7;
                        while (n--)
                            ldt[i++] = c;
                    }
                }
                //    length tree                 distance tree
                var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
                // max length bits
                lbt = max(lt);
                // max dist bits
                dbt = max(dt);
                lm = hMap(lt, lbt, 1);
                dm = hMap(dt, dbt, 1);
            }
            else
                err(1);
            if (pos > tbts) {
                if (noSt)
                    err(0);
                break;
            }
        }
        // Make sure the buffer can hold this + the largest possible addition
        // Maximum chunk size (practically, theoretically infinite) is 2^17
        if (resize)
            cbuf(bt + 131072);
        var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
        var lpos = pos;
        for (;; lpos = pos) {
            // bits read, code
            var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
            pos += c & 15;
            if (pos > tbts) {
                if (noSt)
                    err(0);
                break;
            }
            if (!c)
                err(2);
            if (sym < 256)
                buf[bt++] = sym;
            else if (sym == 256) {
                lpos = pos, lm = null;
                break;
            }
            else {
                var add = sym - 254;
                // no extra bits needed if less
                if (sym > 264) {
                    // index
                    var i = sym - 257, b = fleb[i];
                    add = bits(dat, pos, (1 << b) - 1) + fl[i];
                    pos += b;
                }
                // dist
                var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
                if (!d)
                    err(3);
                pos += d & 15;
                var dt = fd[dsym];
                if (dsym > 3) {
                    var b = fdeb[dsym];
                    dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
                }
                if (pos > tbts) {
                    if (noSt)
                        err(0);
                    break;
                }
                if (resize)
                    cbuf(bt + 131072);
                var end = bt + add;
                if (bt < dt) {
                    var shift = dl - dt, dend = Math.min(dt, end);
                    if (shift + bt < 0)
                        err(3);
                    for (; bt < dend; ++bt)
                        buf[bt] = dict[shift + bt];
                }
                for (; bt < end; ++bt)
                    buf[bt] = buf[bt - dt];
            }
        }
        st.l = lm, st.p = lpos, st.b = bt, st.f = final;
        if (lm)
            final = 1, st.m = lbt, st.d = dm, st.n = dbt;
    } while (!final);
    // don't reallocate for streams or user buffers
    return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
// starting at p, write the minimum number of bits that can hold v to d
var wbits = function (d, p, v) {
    v <<= p & 7;
    var o = (p / 8) | 0;
    d[o] |= v;
    d[o + 1] |= v >> 8;
};
// starting at p, write the minimum number of bits (>8) that can hold v to d
var wbits16 = function (d, p, v) {
    v <<= p & 7;
    var o = (p / 8) | 0;
    d[o] |= v;
    d[o + 1] |= v >> 8;
    d[o + 2] |= v >> 16;
};
// creates code lengths from a frequency table
var hTree = function (d, mb) {
    // Need extra info to make a tree
    var t = [];
    for (var i = 0; i < d.length; ++i) {
        if (d[i])
            t.push({ s: i, f: d[i] });
    }
    var s = t.length;
    var t2 = t.slice();
    if (!s)
        return { t: et, l: 0 };
    if (s == 1) {
        var v = new u8(t[0].s + 1);
        v[t[0].s] = 1;
        return { t: v, l: 1 };
    }
    t.sort(function (a, b) { return a.f - b.f; });
    // after i2 reaches last ind, will be stopped
    // freq must be greater than largest possible number of symbols
    t.push({ s: -1, f: 25001 });
    var l = t[0], r = t[1], i0 = 0, i1 = 1, i2 = 2;
    t[0] = { s: -1, f: l.f + r.f, l: l, r: r };
    // efficient algorithm from UZIP.js
    // i0 is lookbehind, i2 is lookahead - after processing two low-freq
    // symbols that combined have high freq, will start processing i2 (high-freq,
    // non-composite) symbols instead
    // see https://reddit.com/r/photopea/comments/ikekht/uzipjs_questions/
    while (i1 != s - 1) {
        l = t[t[i0].f < t[i2].f ? i0++ : i2++];
        r = t[i0 != i1 && t[i0].f < t[i2].f ? i0++ : i2++];
        t[i1++] = { s: -1, f: l.f + r.f, l: l, r: r };
    }
    var maxSym = t2[0].s;
    for (var i = 1; i < s; ++i) {
        if (t2[i].s > maxSym)
            maxSym = t2[i].s;
    }
    // code lengths
    var tr = new u16(maxSym + 1);
    // max bits in tree
    var mbt = ln(t[i1 - 1], tr, 0);
    if (mbt > mb) {
        // more algorithms from UZIP.js
        // TODO: find out how this code works (debt)
        //  ind    debt
        var i = 0, dt = 0;
        //    left            cost
        var lft = mbt - mb, cst = 1 << lft;
        t2.sort(function (a, b) { return tr[b.s] - tr[a.s] || a.f - b.f; });
        for (; i < s; ++i) {
            var i2_1 = t2[i].s;
            if (tr[i2_1] > mb) {
                dt += cst - (1 << (mbt - tr[i2_1]));
                tr[i2_1] = mb;
            }
            else
                break;
        }
        dt >>= lft;
        while (dt > 0) {
            var i2_2 = t2[i].s;
            if (tr[i2_2] < mb)
                dt -= 1 << (mb - tr[i2_2]++ - 1);
            else
                ++i;
        }
        for (; i >= 0 && dt; --i) {
            var i2_3 = t2[i].s;
            if (tr[i2_3] == mb) {
                --tr[i2_3];
                ++dt;
            }
        }
        mbt = mb;
    }
    return { t: new u8(tr), l: mbt };
};
// get the max length and assign length codes
var ln = function (n, l, d) {
    return n.s == -1
        ? Math.max(ln(n.l, l, d + 1), ln(n.r, l, d + 1))
        : (l[n.s] = d);
};
// length codes generation
var lc = function (c) {
    var s = c.length;
    // Note that the semicolon was intentional
    while (s && !c[--s])
        ;
    var cl = new u16(++s);
    //  ind      num         streak
    var cli = 0, cln = c[0], cls = 1;
    var w = function (v) { cl[cli++] = v; };
    for (var i = 1; i <= s; ++i) {
        if (c[i] == cln && i != s)
            ++cls;
        else {
            if (!cln && cls > 2) {
                for (; cls > 138; cls -= 138)
                    w(32754);
                if (cls > 2) {
                    w(cls > 10 ? ((cls - 11) << 5) | 28690 : ((cls - 3) << 5) | 12305);
                    cls = 0;
                }
            }
            else if (cls > 3) {
                w(cln), --cls;
                for (; cls > 6; cls -= 6)
                    w(8304);
                if (cls > 2)
                    w(((cls - 3) << 5) | 8208), cls = 0;
            }
            while (cls--)
                w(cln);
            cls = 1;
            cln = c[i];
        }
    }
    return { c: cl.subarray(0, cli), n: s };
};
// calculate the length of output from tree, code lengths
var clen = function (cf, cl) {
    var l = 0;
    for (var i = 0; i < cl.length; ++i)
        l += cf[i] * cl[i];
    return l;
};
// writes a fixed block
// returns the new bit pos
var wfblk = function (out, pos, dat) {
    // no need to write 00 as type: TypedArray defaults to 0
    var s = dat.length;
    var o = shft(pos + 2);
    out[o] = s & 255;
    out[o + 1] = s >> 8;
    out[o + 2] = out[o] ^ 255;
    out[o + 3] = out[o + 1] ^ 255;
    for (var i = 0; i < s; ++i)
        out[o + i + 4] = dat[i];
    return (o + 4 + s) * 8;
};
// writes a block
var wblk = function (dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
    wbits(out, p++, final);
    ++lf[256];
    var _a = hTree(lf, 15), dlt = _a.t, mlb = _a.l;
    var _b = hTree(df, 15), ddt = _b.t, mdb = _b.l;
    var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
    var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
    var lcfreq = new u16(19);
    for (var i = 0; i < lclt.length; ++i)
        ++lcfreq[lclt[i] & 31];
    for (var i = 0; i < lcdt.length; ++i)
        ++lcfreq[lcdt[i] & 31];
    var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l;
    var nlcc = 19;
    for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
        ;
    var flen = (bl + 5) << 3;
    var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
    var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
    if (bs >= 0 && flen <= ftlen && flen <= dtlen)
        return wfblk(out, p, dat.subarray(bs, bs + bl));
    var lm, ll, dm, dl;
    wbits(out, p, 1 + (dtlen < ftlen)), p += 2;
    if (dtlen < ftlen) {
        lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
        var llm = hMap(lct, mlcb, 0);
        wbits(out, p, nlc - 257);
        wbits(out, p + 5, ndc - 1);
        wbits(out, p + 10, nlcc - 4);
        p += 14;
        for (var i = 0; i < nlcc; ++i)
            wbits(out, p + 3 * i, lct[clim[i]]);
        p += 3 * nlcc;
        var lcts = [lclt, lcdt];
        for (var it = 0; it < 2; ++it) {
            var clct = lcts[it];
            for (var i = 0; i < clct.length; ++i) {
                var len = clct[i] & 31;
                wbits(out, p, llm[len]), p += lct[len];
                if (len > 15)
                    wbits(out, p, (clct[i] >> 5) & 127), p += clct[i] >> 12;
            }
        }
    }
    else {
        lm = flm, ll = flt, dm = fdm, dl = fdt;
    }
    for (var i = 0; i < li; ++i) {
        var sym = syms[i];
        if (sym > 255) {
            var len = (sym >> 18) & 31;
            wbits16(out, p, lm[len + 257]), p += ll[len + 257];
            if (len > 7)
                wbits(out, p, (sym >> 23) & 31), p += fleb[len];
            var dst = sym & 31;
            wbits16(out, p, dm[dst]), p += dl[dst];
            if (dst > 3)
                wbits16(out, p, (sym >> 5) & 8191), p += fdeb[dst];
        }
        else {
            wbits16(out, p, lm[sym]), p += ll[sym];
        }
    }
    wbits16(out, p, lm[256]);
    return p + ll[256];
};
// deflate options (nice << 13) | chain
var deo = /*#__PURE__*/ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]);
// empty
var et = /*#__PURE__*/ new u8(0);
// compresses data into a raw DEFLATE buffer
var dflt = function (dat, lvl, plvl, pre, post, st) {
    var s = st.z || dat.length;
    var o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7000)) + post);
    // writing to this writes to the output buffer
    var w = o.subarray(pre, o.length - post);
    var lst = st.l;
    var pos = (st.r || 0) & 7;
    if (lvl) {
        if (pos)
            w[0] = st.r >> 3;
        var opt = deo[lvl - 1];
        var n = opt >> 13, c = opt & 8191;
        var msk_1 = (1 << plvl) - 1;
        //    prev 2-byte val map    curr 2-byte val map
        var prev = st.p || new u16(32768), head = st.h || new u16(msk_1 + 1);
        var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
        var hsh = function (i) { return (dat[i] ^ (dat[i + 1] << bs1_1) ^ (dat[i + 2] << bs2_1)) & msk_1; };
        // 24576 is an arbitrary number of maximum symbols per block
        // 424 buffer for last block
        var syms = new i32(25000);
        // length/literal freq   distance freq
        var lf = new u16(288), df = new u16(32);
        //  l/lcnt  exbits  index          l/lind  waitdx          blkpos
        var lc_1 = 0, eb = 0, i = st.i || 0, li = 0, wi = st.w || 0, bs = 0;
        for (; i + 2 < s; ++i) {
            // hash value
            var hv = hsh(i);
            // index mod 32768    previous index mod
            var imod = i & 32767, pimod = head[hv];
            prev[imod] = pimod;
            head[hv] = imod;
            // We always should modify head and prev, but only add symbols if
            // this data is not yet processed ("wait" for wait index)
            if (wi <= i) {
                // bytes remaining
                var rem = s - i;
                if ((lc_1 > 7000 || li > 24576) && (rem > 423 || !lst)) {
                    pos = wblk(dat, w, 0, syms, lf, df, eb, li, bs, i - bs, pos);
                    li = lc_1 = eb = 0, bs = i;
                    for (var j = 0; j < 286; ++j)
                        lf[j] = 0;
                    for (var j = 0; j < 30; ++j)
                        df[j] = 0;
                }
                //  len    dist   chain
                var l = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
                if (rem > 2 && hv == hsh(i - dif)) {
                    var maxn = Math.min(n, rem) - 1;
                    var maxd = Math.min(32767, i);
                    // max possible length
                    // not capped at dif because decompressors implement "rolling" index population
                    var ml = Math.min(258, rem);
                    while (dif <= maxd && --ch_1 && imod != pimod) {
                        if (dat[i + l] == dat[i + l - dif]) {
                            var nl = 0;
                            for (; nl < ml && dat[i + nl] == dat[i + nl - dif]; ++nl)
                                ;
                            if (nl > l) {
                                l = nl, d = dif;
                                // break out early when we reach "nice" (we are satisfied enough)
                                if (nl > maxn)
                                    break;
                                // now, find the rarest 2-byte sequence within this
                                // length of literals and search for that instead.
                                // Much faster than just using the start
                                var mmd = Math.min(dif, nl - 2);
                                var md = 0;
                                for (var j = 0; j < mmd; ++j) {
                                    var ti = i - dif + j & 32767;
                                    var pti = prev[ti];
                                    var cd = ti - pti & 32767;
                                    if (cd > md)
                                        md = cd, pimod = ti;
                                }
                            }
                        }
                        // check the previous match
                        imod = pimod, pimod = prev[imod];
                        dif += imod - pimod & 32767;
                    }
                }
                // d will be nonzero only when a match was found
                if (d) {
                    // store both dist and len data in one int32
                    // Make sure this is recognized as a len/dist with 28th bit (2^28)
                    syms[li++] = 268435456 | (revfl[l] << 18) | revfd[d];
                    var lin = revfl[l] & 31, din = revfd[d] & 31;
                    eb += fleb[lin] + fdeb[din];
                    ++lf[257 + lin];
                    ++df[din];
                    wi = i + l;
                    ++lc_1;
                }
                else {
                    syms[li++] = dat[i];
                    ++lf[dat[i]];
                }
            }
        }
        for (i = Math.max(i, wi); i < s; ++i) {
            syms[li++] = dat[i];
            ++lf[dat[i]];
        }
        pos = wblk(dat, w, lst, syms, lf, df, eb, li, bs, i - bs, pos);
        if (!lst) {
            st.r = (pos & 7) | w[(pos / 8) | 0] << 3;
            // shft(pos) now 1 less if pos & 7 != 0
            pos -= 7;
            st.h = head, st.p = prev, st.i = i, st.w = wi;
        }
    }
    else {
        for (var i = st.w || 0; i < s + lst; i += 65535) {
            // end
            var e = i + 65535;
            if (e >= s) {
                // write final block
                w[(pos / 8) | 0] = lst;
                e = s;
            }
            pos = wfblk(w, pos + 1, dat.subarray(i, e));
        }
        st.i = s;
    }
    return slc(o, 0, pre + shft(pos) + post);
};
// CRC32 table
var crct = /*#__PURE__*/ (/* unused pure expression or super */ null && ((function () {
    var t = new Int32Array(256);
    for (var i = 0; i < 256; ++i) {
        var c = i, k = 9;
        while (--k)
            c = ((c & 1) && -306674912) ^ (c >>> 1);
        t[i] = c;
    }
    return t;
})()));
// CRC32
var crc = function () {
    var c = -1;
    return {
        p: function (d) {
            // closures have awful performance
            var cr = c;
            for (var i = 0; i < d.length; ++i)
                cr = crct[(cr & 255) ^ d[i]] ^ (cr >>> 8);
            c = cr;
        },
        d: function () { return ~c; }
    };
};
// Adler32
var adler = function () {
    var a = 1, b = 0;
    return {
        p: function (d) {
            // closures have awful performance
            var n = a, m = b;
            var l = d.length | 0;
            for (var i = 0; i != l;) {
                var e = Math.min(i + 2655, l);
                for (; i < e; ++i)
                    m += n += d[i];
                n = (n & 65535) + 15 * (n >> 16), m = (m & 65535) + 15 * (m >> 16);
            }
            a = n, b = m;
        },
        d: function () {
            a %= 65521, b %= 65521;
            return (a & 255) << 24 | (a & 0xFF00) << 8 | (b & 255) << 8 | (b >> 8);
        }
    };
};
;
// deflate with opts
var dopt = function (dat, opt, pre, post, st) {
    if (!st) {
        st = { l: 1 };
        if (opt.dictionary) {
            var dict = opt.dictionary.subarray(-32768);
            var newDat = new u8(dict.length + dat.length);
            newDat.set(dict);
            newDat.set(dat, dict.length);
            dat = newDat;
            st.w = dict.length;
        }
    }
    return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? (st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20) : (12 + opt.mem), pre, post, st);
};
// Walmart object spread
var mrg = function (a, b) {
    var o = {};
    for (var k in a)
        o[k] = a[k];
    for (var k in b)
        o[k] = b[k];
    return o;
};
// worker clone
// This is possibly the craziest part of the entire codebase, despite how simple it may seem.
// The only parameter to this function is a closure that returns an array of variables outside of the function scope.
// We're going to try to figure out the variable names used in the closure as strings because that is crucial for workerization.
// We will return an object mapping of true variable name to value (basically, the current scope as a JS object).
// The reason we can't just use the original variable names is minifiers mangling the toplevel scope.
// This took me three weeks to figure out how to do.
var wcln = function (fn, fnStr, td) {
    var dt = fn();
    var st = fn.toString();
    var ks = st.slice(st.indexOf('[') + 1, st.lastIndexOf(']')).replace(/\s+/g, '').split(',');
    for (var i = 0; i < dt.length; ++i) {
        var v = dt[i], k = ks[i];
        if (typeof v == 'function') {
            fnStr += ';' + k + '=';
            var st_1 = v.toString();
            if (v.prototype) {
                // for global objects
                if (st_1.indexOf('[native code]') != -1) {
                    var spInd = st_1.indexOf(' ', 8) + 1;
                    fnStr += st_1.slice(spInd, st_1.indexOf('(', spInd));
                }
                else {
                    fnStr += st_1;
                    for (var t in v.prototype)
                        fnStr += ';' + k + '.prototype.' + t + '=' + v.prototype[t].toString();
                }
            }
            else
                fnStr += st_1;
        }
        else
            td[k] = v;
    }
    return fnStr;
};
var ch = (/* unused pure expression or super */ null && ([]));
// clone bufs
var cbfs = function (v) {
    var tl = [];
    for (var k in v) {
        if (v[k].buffer) {
            tl.push((v[k] = new v[k].constructor(v[k])).buffer);
        }
    }
    return tl;
};
// use a worker to execute code
var wrkr = function (fns, init, id, cb) {
    if (!ch[id]) {
        var fnStr = '', td_1 = {}, m = fns.length - 1;
        for (var i = 0; i < m; ++i)
            fnStr = wcln(fns[i], fnStr, td_1);
        ch[id] = { c: wcln(fns[m], fnStr, td_1), e: td_1 };
    }
    var td = mrg({}, ch[id].e);
    return wk(ch[id].c + ';onmessage=function(e){for(var k in e.data)self[k]=e.data[k];onmessage=' + init.toString() + '}', id, td, cbfs(td), cb);
};
// base async inflate fn
var bInflt = function () { return [u8, u16, i32, fleb, fdeb, clim, fl, fd, flrm, fdrm, rev, ec, hMap, max, bits, bits16, shft, slc, err, inflt, inflateSync, pbf, gopt]; };
var bDflt = function () { return [u8, u16, i32, fleb, fdeb, clim, revfl, revfd, flm, flt, fdm, fdt, rev, deo, et, hMap, wbits, wbits16, hTree, ln, lc, clen, wfblk, wblk, shft, slc, dflt, dopt, deflateSync, pbf]; };
// gzip extra
var gze = function () { return [gzh, gzhl, wbytes, crc, crct]; };
// gunzip extra
var guze = function () { return [gzs, gzl]; };
// zlib extra
var zle = function () { return [zlh, wbytes, adler]; };
// unzlib extra
var zule = function () { return [zls]; };
// post buf
var pbf = function (msg) { return postMessage(msg, [msg.buffer]); };
// get opts
var gopt = function (o) { return o && {
    out: o.size && new u8(o.size),
    dictionary: o.dictionary
}; };
// async helper
var cbify = function (dat, opts, fns, init, id, cb) {
    var w = wrkr(fns, init, id, function (err, dat) {
        w.terminate();
        cb(err, dat);
    });
    w.postMessage([dat, opts], opts.consume ? [dat.buffer] : []);
    return function () { w.terminate(); };
};
// auto stream
var astrm = function (strm) {
    strm.ondata = function (dat, final) { return postMessage([dat, final], [dat.buffer]); };
    return function (ev) {
        if (ev.data[0]) {
            strm.push(ev.data[0], ev.data[1]);
            postMessage([ev.data[0].length]);
        }
        else
            strm.flush(ev.data[1]);
    };
};
// async stream attach
var astrmify = function (fns, strm, opts, init, id, flush, ext) {
    var t;
    var w = wrkr(fns, init, id, function (err, dat) {
        if (err)
            w.terminate(), strm.ondata.call(strm, err);
        else if (!Array.isArray(dat))
            ext(dat);
        else if (dat.length == 1) {
            strm.queuedSize -= dat[0];
            if (strm.ondrain)
                strm.ondrain(dat[0]);
        }
        else {
            if (dat[1])
                w.terminate();
            strm.ondata.call(strm, err, dat[0], dat[1]);
        }
    });
    w.postMessage(opts);
    strm.queuedSize = 0;
    strm.push = function (d, f) {
        if (!strm.ondata)
            err(5);
        if (t)
            strm.ondata(err(4, 0, 1), null, !!f);
        strm.queuedSize += d.length;
        // can fail for cross-realm Uint8Array, but ok - only a small performance penalty
        w.postMessage([d, t = f], d.buffer instanceof ArrayBuffer ? [d.buffer] : []);
    };
    strm.terminate = function () { w.terminate(); };
    if (flush) {
        strm.flush = function (sync) { w.postMessage([0, sync]); };
    }
};
// read 2 bytes
var b2 = function (d, b) { return d[b] | (d[b + 1] << 8); };
// read 4 bytes
var b4 = function (d, b) { return (d[b] | (d[b + 1] << 8) | (d[b + 2] << 16) | (d[b + 3] << 24)) >>> 0; };
// read 8 bytes
var b8 = function (d, b) { return b4(d, b) + (b4(d, b + 4) * 4294967296); };
// write bytes
var wbytes = function (d, b, v) {
    for (; v; ++b)
        d[b] = v, v >>>= 8;
};
// gzip header
var gzh = function (c, o) {
    var fn = o.filename;
    c[0] = 31, c[1] = 139, c[2] = 8, c[8] = o.level < 2 ? 4 : o.level == 9 ? 2 : 0, c[9] = 3; // assume Unix
    if (o.mtime != 0)
        wbytes(c, 4, Math.floor(new Date(o.mtime || Date.now()) / 1000));
    if (fn) {
        c[3] = 8;
        for (var i = 0; i <= fn.length; ++i)
            c[i + 10] = fn.charCodeAt(i);
    }
};
// gzip footer: -8 to -4 = CRC, -4 to -0 is length
// gzip start
var gzs = function (d) {
    if (d[0] != 31 || d[1] != 139 || d[2] != 8)
        err(6, 'invalid gzip data');
    var flg = d[3];
    var st = 10;
    if (flg & 4)
        st += (d[10] | d[11] << 8) + 2;
    for (var zs = (flg >> 3 & 1) + (flg >> 4 & 1); zs > 0; zs -= !d[st++])
        ;
    return st + (flg & 2);
};
// gzip length
var gzl = function (d) {
    var l = d.length;
    return (d[l - 4] | d[l - 3] << 8 | d[l - 2] << 16 | d[l - 1] << 24) >>> 0;
};
// gzip header length
var gzhl = function (o) { return 10 + (o.filename ? o.filename.length + 1 : 0); };
// zlib header
var zlh = function (c, o) {
    var lv = o.level, fl = lv == 0 ? 0 : lv < 6 ? 1 : lv == 9 ? 3 : 2;
    c[0] = 120, c[1] = (fl << 6) | (o.dictionary && 32);
    c[1] |= 31 - ((c[0] << 8) | c[1]) % 31;
    if (o.dictionary) {
        var h = adler();
        h.p(o.dictionary);
        wbytes(c, 2, h.d());
    }
};
// zlib start
var zls = function (d, dict) {
    if ((d[0] & 15) != 8 || (d[0] >> 4) > 7 || ((d[0] << 8 | d[1]) % 31))
        err(6, 'invalid zlib data');
    if ((d[1] >> 5 & 1) == +!dict)
        err(6, 'invalid zlib data: ' + (d[1] & 32 ? 'need' : 'unexpected') + ' dictionary');
    return (d[1] >> 3 & 4) + 2;
};
function StrmOpt(opts, cb) {
    if (typeof opts == 'function')
        cb = opts, opts = {};
    this.ondata = cb;
    return opts;
}
/**
 * Streaming DEFLATE compression
 */
var Deflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Deflate(opts, cb) {
        if (typeof opts == 'function')
            cb = opts, opts = {};
        this.ondata = cb;
        this.o = opts || {};
        this.s = { l: 0, i: 32768, w: 32768, z: 32768 };
        // Buffer length must always be 0 mod 32768 for index calculations to be correct when modifying head and prev
        // 98304 = 32768 (lookback) + 65536 (common chunk size)
        this.b = new u8(98304);
        if (this.o.dictionary) {
            var dict = this.o.dictionary.subarray(-32768);
            this.b.set(dict, 32768 - dict.length);
            this.s.i = 32768 - dict.length;
        }
    }
    Deflate.prototype.p = function (c, f) {
        this.ondata(dopt(c, this.o, 0, 0, this.s), f);
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Deflate.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (this.s.l)
            err(4);
        var endLen = chunk.length + this.s.z;
        if (endLen > this.b.length) {
            if (endLen > 2 * this.b.length - 32768) {
                var newBuf = new u8(endLen & -32768);
                newBuf.set(this.b.subarray(0, this.s.z));
                this.b = newBuf;
            }
            var split = this.b.length - this.s.z;
            this.b.set(chunk.subarray(0, split), this.s.z);
            this.s.z = this.b.length;
            this.p(this.b, false);
            this.b.set(this.b.subarray(-32768));
            this.b.set(chunk.subarray(split), 32768);
            this.s.z = chunk.length - split + 32768;
            this.s.i = 32766, this.s.w = 32768;
        }
        else {
            this.b.set(chunk, this.s.z);
            this.s.z += chunk.length;
        }
        this.s.l = final & 1;
        if (this.s.z > this.s.w + 8191 || final) {
            this.p(this.b, final || false);
            this.s.w = this.s.i, this.s.i -= 2;
        }
        if (final) {
            // cleanup unneeded buffers/state to reduce memory usage
            this.s = this.o = {};
            this.b = et;
        }
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * deflated output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible. A separate DEFLATE stream may be concatenated
     *             with the current output after a sync flush.
     */
    Deflate.prototype.flush = function (sync) {
        if (!this.ondata)
            err(5);
        if (this.s.l)
            err(4);
        this.p(this.b, false);
        this.s.w = this.s.i, this.s.i -= 2;
        // could technically skip writing the type-0 block for (this.s.r & 7) == 0,
        // but the deterministic trailer (00 00 FF FF) is useful in some situations
        if (sync) {
            var c = new u8(6);
            c[0] = this.s.r >> 3;
            // write empty, non-final type-0 block
            var ep = wfblk(c, this.s.r, et);
            this.s.r = 0;
            this.ondata(c.subarray(0, ep >> 3), false);
        }
    };
    return Deflate;
}())));

/**
 * Asynchronous streaming DEFLATE compression
 */
var AsyncDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncDeflate(opts, cb) {
        astrmify([
            bDflt,
            function () { return [astrm, Deflate]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Deflate(ev.data);
            onmessage = astrm(strm);
        }, 6, 1);
    }
    return AsyncDeflate;
}())));

function deflate(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
    ], function (ev) { return pbf(deflateSync(ev.data[0], ev.data[1])); }, 0, cb);
}
/**
 * Compresses data with DEFLATE without any wrapper
 * @param data The data to compress
 * @param opts The compression options
 * @returns The deflated version of the data
 */
function deflateSync(data, opts) {
    return dopt(data, opts || {}, 0, 0);
}
/**
 * Streaming DEFLATE decompression
 */
var Inflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Inflate(opts, cb) {
        // no StrmOpt here to avoid adding to workerizer
        if (typeof opts == 'function')
            cb = opts, opts = {};
        this.ondata = cb;
        var dict = opts && opts.dictionary && opts.dictionary.subarray(-32768);
        this.s = { i: 0, b: dict ? dict.length : 0 };
        this.o = new u8(32768);
        this.p = new u8(0);
        if (dict)
            this.o.set(dict);
    }
    Inflate.prototype.e = function (c) {
        if (!this.ondata)
            err(5);
        if (this.d)
            err(4);
        if (!this.p.length)
            this.p = c;
        else if (c.length) {
            var n = new u8(this.p.length + c.length);
            n.set(this.p), n.set(c, this.p.length), this.p = n;
        }
    };
    Inflate.prototype.c = function (final) {
        this.s.i = +(this.d = final || false);
        var bts = this.s.b;
        var dt = inflt(this.p, this.s, this.o);
        this.ondata(slc(dt, bts, this.s.b), this.d);
        this.o = slc(dt, this.s.b - 32768), this.s.b = this.o.length;
        this.p = slc(this.p, (this.s.p / 8) | 0), this.s.p &= 7;
    };
    /**
     * Pushes a chunk to be inflated
     * @param chunk The chunk to push
     * @param final Whether this is the final chunk
     */
    Inflate.prototype.push = function (chunk, final) {
        this.e(chunk), this.c(final);
    };
    return Inflate;
}())));

/**
 * Asynchronous streaming DEFLATE decompression
 */
var AsyncInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncInflate(opts, cb) {
        astrmify([
            bInflt,
            function () { return [astrm, Inflate]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Inflate(ev.data);
            onmessage = astrm(strm);
        }, 7, 0);
    }
    return AsyncInflate;
}())));

function inflate(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt
    ], function (ev) { return pbf(inflateSync(ev.data[0], gopt(ev.data[1]))); }, 1, cb);
}
function inflateSync(data, opts) {
    return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
// before you yell at me for not just using extends, my reason is that TS inheritance is hard to workerize.
/**
 * Streaming GZIP compression
 */
var Gzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Gzip(opts, cb) {
        this.c = crc();
        this.l = 0;
        this.v = 1;
        Deflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be GZIPped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Gzip.prototype.push = function (chunk, final) {
        this.c.p(chunk);
        this.l += chunk.length;
        Deflate.prototype.push.call(this, chunk, final);
    };
    Gzip.prototype.p = function (c, f) {
        var raw = dopt(c, this.o, this.v && gzhl(this.o), f && 8, this.s);
        if (this.v)
            gzh(raw, this.o), this.v = 0;
        if (f)
            wbytes(raw, raw.length - 8, this.c.d()), wbytes(raw, raw.length - 4, this.l);
        this.ondata(raw, f);
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * GZIPped output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible.
     */
    Gzip.prototype.flush = function (sync) {
        Deflate.prototype.flush.call(this, sync);
    };
    return Gzip;
}())));

/**
 * Asynchronous streaming GZIP compression
 */
var AsyncGzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncGzip(opts, cb) {
        astrmify([
            bDflt,
            gze,
            function () { return [astrm, Deflate, Gzip]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Gzip(ev.data);
            onmessage = astrm(strm);
        }, 8, 1);
    }
    return AsyncGzip;
}())));

function gzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
        gze,
        function () { return [gzipSync]; }
    ], function (ev) { return pbf(gzipSync(ev.data[0], ev.data[1])); }, 2, cb);
}
/**
 * Compresses data with GZIP
 * @param data The data to compress
 * @param opts The compression options
 * @returns The gzipped version of the data
 */
function gzipSync(data, opts) {
    if (!opts)
        opts = {};
    var c = crc(), l = data.length;
    c.p(data);
    var d = dopt(data, opts, gzhl(opts), 8), s = d.length;
    return gzh(d, opts), wbytes(d, s - 8, c.d()), wbytes(d, s - 4, l), d;
}
/**
 * Streaming single or multi-member GZIP decompression
 */
var Gunzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Gunzip(opts, cb) {
        this.v = 1;
        this.r = 0;
        Inflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be GUNZIPped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Gunzip.prototype.push = function (chunk, final) {
        Inflate.prototype.e.call(this, chunk);
        this.r += chunk.length;
        if (this.v) {
            var p = this.p.subarray(this.v - 1);
            var s = p.length > 3 ? gzs(p) : 4;
            if (s > p.length) {
                if (!final)
                    return;
            }
            else if (this.v > 1 && this.onmember) {
                this.onmember(this.r - p.length);
            }
            this.p = p.subarray(s), this.v = 0;
        }
        // necessary to prevent TS from using the closure value
        // This allows for workerization to function correctly
        Inflate.prototype.c.call(this, 0);
        // process concatenated GZIP
        if (this.s.f && !this.s.l) {
            this.v = shft(this.s.p) + 9;
            this.s = { i: 0 };
            this.o = new u8(0);
            this.push(new u8(0), final);
        }
        else if (final) {
            Inflate.prototype.c.call(this, final);
        }
    };
    return Gunzip;
}())));

/**
 * Asynchronous streaming single or multi-member GZIP decompression
 */
var AsyncGunzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncGunzip(opts, cb) {
        var _this = this;
        astrmify([
            bInflt,
            guze,
            function () { return [astrm, Inflate, Gunzip]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Gunzip(ev.data);
            strm.onmember = function (offset) { return postMessage(offset); };
            onmessage = astrm(strm);
        }, 9, 0, function (offset) { return _this.onmember && _this.onmember(offset); });
    }
    return AsyncGunzip;
}())));

function gunzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt,
        guze,
        function () { return [gunzipSync]; }
    ], function (ev) { return pbf(gunzipSync(ev.data[0], ev.data[1])); }, 3, cb);
}
function gunzipSync(data, opts) {
    var st = gzs(data);
    if (st + 8 > data.length)
        err(6, 'invalid gzip data');
    return inflt(data.subarray(st, -8), { i: 2 }, opts && opts.out || new u8(gzl(data)), opts && opts.dictionary);
}
/**
 * Streaming Zlib compression
 */
var Zlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Zlib(opts, cb) {
        this.c = adler();
        this.v = 1;
        Deflate.call(this, opts, cb);
    }
    /**
     * Pushes a chunk to be zlibbed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Zlib.prototype.push = function (chunk, final) {
        this.c.p(chunk);
        Deflate.prototype.push.call(this, chunk, final);
    };
    Zlib.prototype.p = function (c, f) {
        var raw = dopt(c, this.o, this.v && (this.o.dictionary ? 6 : 2), f && 4, this.s);
        if (this.v)
            zlh(raw, this.o), this.v = 0;
        if (f)
            wbytes(raw, raw.length - 4, this.c.d());
        this.ondata(raw, f);
    };
    /**
     * Flushes buffered uncompressed data. Useful to immediately retrieve the
     * zlibbed output for small inputs.
     * @param sync Whether to flush to a byte boundary. A sync flush takes 4-5
     *             extra bytes, but guarantees all pushed data is immediately
     *             decompressible.
     */
    Zlib.prototype.flush = function (sync) {
        Deflate.prototype.flush.call(this, sync);
    };
    return Zlib;
}())));

/**
 * Asynchronous streaming Zlib compression
 */
var AsyncZlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncZlib(opts, cb) {
        astrmify([
            bDflt,
            zle,
            function () { return [astrm, Deflate, Zlib]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Zlib(ev.data);
            onmessage = astrm(strm);
        }, 10, 1);
    }
    return AsyncZlib;
}())));

function zlib(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bDflt,
        zle,
        function () { return [zlibSync]; }
    ], function (ev) { return pbf(zlibSync(ev.data[0], ev.data[1])); }, 4, cb);
}
/**
 * Compress data with Zlib
 * @param data The data to compress
 * @param opts The compression options
 * @returns The zlib-compressed version of the data
 */
function zlibSync(data, opts) {
    if (!opts)
        opts = {};
    var a = adler();
    a.p(data);
    var d = dopt(data, opts, opts.dictionary ? 6 : 2, 4);
    return zlh(d, opts), wbytes(d, d.length - 4, a.d()), d;
}
/**
 * Streaming Zlib decompression
 */
var Unzlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Unzlib(opts, cb) {
        Inflate.call(this, opts, cb);
        this.v = opts && opts.dictionary ? 2 : 1;
    }
    /**
     * Pushes a chunk to be unzlibbed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Unzlib.prototype.push = function (chunk, final) {
        Inflate.prototype.e.call(this, chunk);
        if (this.v) {
            if (this.p.length < 6 && !final)
                return;
            this.p = this.p.subarray(zls(this.p, this.v - 1)), this.v = 0;
        }
        if (final) {
            if (this.p.length < 4)
                err(6, 'invalid zlib data');
            this.p = this.p.subarray(0, -4);
        }
        // necessary to prevent TS from using the closure value
        // This allows for workerization to function correctly
        Inflate.prototype.c.call(this, final);
    };
    return Unzlib;
}())));

/**
 * Asynchronous streaming Zlib decompression
 */
var AsyncUnzlib = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncUnzlib(opts, cb) {
        astrmify([
            bInflt,
            zule,
            function () { return [astrm, Inflate, Unzlib]; }
        ], this, StrmOpt.call(this, opts, cb), function (ev) {
            var strm = new Unzlib(ev.data);
            onmessage = astrm(strm);
        }, 11, 0);
    }
    return AsyncUnzlib;
}())));

function unzlib(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return cbify(data, opts, [
        bInflt,
        zule,
        function () { return [unzlibSync]; }
    ], function (ev) { return pbf(unzlibSync(ev.data[0], gopt(ev.data[1]))); }, 5, cb);
}
function unzlibSync(data, opts) {
    return inflt(data.subarray(zls(data, opts && opts.dictionary), -4), { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
// Default algorithm for compression (used because having a known output size allows faster decompression)


/**
 * Streaming GZIP, Zlib, or raw DEFLATE decompression
 */
var Decompress = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function Decompress(opts, cb) {
        this.o = StrmOpt.call(this, opts, cb) || {};
        this.G = Gunzip;
        this.I = Inflate;
        this.Z = Unzlib;
    }
    // init substream
    // overriden by AsyncDecompress
    Decompress.prototype.i = function () {
        var _this = this;
        this.s.ondata = function (dat, final) {
            _this.ondata(dat, final);
        };
    };
    /**
     * Pushes a chunk to be decompressed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Decompress.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (!this.s) {
            if (this.p && this.p.length) {
                var n = new u8(this.p.length + chunk.length);
                n.set(this.p), n.set(chunk, this.p.length);
            }
            else
                this.p = chunk;
            if (this.p.length > 2) {
                this.s = (this.p[0] == 31 && this.p[1] == 139 && this.p[2] == 8)
                    ? new this.G(this.o)
                    : ((this.p[0] & 15) != 8 || (this.p[0] >> 4) > 7 || ((this.p[0] << 8 | this.p[1]) % 31))
                        ? new this.I(this.o)
                        : new this.Z(this.o);
                this.i();
                this.s.push(this.p, final);
                this.p = null;
            }
        }
        else
            this.s.push(chunk, final);
    };
    return Decompress;
}())));

/**
 * Asynchronous streaming GZIP, Zlib, or raw DEFLATE decompression
 */
var AsyncDecompress = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function AsyncDecompress(opts, cb) {
        Decompress.call(this, opts, cb);
        this.queuedSize = 0;
        this.G = AsyncGunzip;
        this.I = AsyncInflate;
        this.Z = AsyncUnzlib;
    }
    AsyncDecompress.prototype.i = function () {
        var _this = this;
        this.s.ondata = function (err, dat, final) {
            _this.ondata(err, dat, final);
        };
        this.s.ondrain = function (size) {
            _this.queuedSize -= size;
            if (_this.ondrain)
                _this.ondrain(size);
        };
    };
    /**
     * Pushes a chunk to be decompressed
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    AsyncDecompress.prototype.push = function (chunk, final) {
        this.queuedSize += chunk.length;
        Decompress.prototype.push.call(this, chunk, final);
    };
    return AsyncDecompress;
}())));

function decompress(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    return (data[0] == 31 && data[1] == 139 && data[2] == 8)
        ? gunzip(data, opts, cb)
        : ((data[0] & 15) != 8 || (data[0] >> 4) > 7 || ((data[0] << 8 | data[1]) % 31))
            ? inflate(data, opts, cb)
            : unzlib(data, opts, cb);
}
/**
 * Expands compressed GZIP, Zlib, or raw DEFLATE data, automatically detecting the format
 * @param data The data to decompress
 * @param opts The decompression options
 * @returns The decompressed version of the data
 */
function decompressSync(data, opts) {
    return (data[0] == 31 && data[1] == 139 && data[2] == 8)
        ? gunzipSync(data, opts)
        : ((data[0] & 15) != 8 || (data[0] >> 4) > 7 || ((data[0] << 8 | data[1]) % 31))
            ? inflateSync(data, opts)
            : unzlibSync(data, opts);
}
// flatten a directory structure
var fltn = function (d, p, t, o) {
    for (var k in d) {
        var val = d[k], n = p + k, op = o;
        if (Array.isArray(val))
            op = mrg(o, val[1]), val = val[0];
        if (ArrayBuffer.isView(val))
            t[n] = [val, op];
        else {
            t[n += '/'] = [new u8(0), op];
            fltn(val, n, t, o);
        }
    }
};
// text encoder
var te = typeof TextEncoder != 'undefined' && /*#__PURE__*/ new TextEncoder();
// text decoder
var td = typeof TextDecoder != 'undefined' && /*#__PURE__*/ new TextDecoder();
// text decoder stream
var tds = 0;
try {
    td.decode(et, { stream: true });
    tds = 1;
}
catch (e) { }
// decode UTF8
var dutf8 = function (d) {
    for (var r = '', i = 0;;) {
        var c = d[i++];
        var eb = (c > 127) + (c > 223) + (c > 239);
        if (i + eb > d.length)
            return { s: r, r: slc(d, i - 1) };
        if (!eb)
            r += String.fromCharCode(c);
        else if (eb == 3) {
            c = ((c & 15) << 18 | (d[i++] & 63) << 12 | (d[i++] & 63) << 6 | (d[i++] & 63)) - 65536,
                r += String.fromCharCode(55296 | (c >> 10), 56320 | (c & 1023));
        }
        else if (eb & 1)
            r += String.fromCharCode((c & 31) << 6 | (d[i++] & 63));
        else
            r += String.fromCharCode((c & 15) << 12 | (d[i++] & 63) << 6 | (d[i++] & 63));
    }
};
/**
 * Streaming UTF-8 decoding
 */
var DecodeUTF8 = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a UTF-8 decoding stream
     * @param cb The callback to call whenever data is decoded
     */
    function DecodeUTF8(cb) {
        this.ondata = cb;
        if (tds)
            this.t = new TextDecoder();
        else
            this.p = et;
    }
    /**
     * Pushes a chunk to be decoded from UTF-8 binary
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    DecodeUTF8.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        final = !!final;
        if (this.t) {
            this.ondata(this.t.decode(chunk, { stream: true }), final);
            if (final) {
                if (this.t.decode().length)
                    err(8);
                this.t = null;
            }
            return;
        }
        if (!this.p)
            err(4);
        var dat = new u8(this.p.length + chunk.length);
        dat.set(this.p);
        dat.set(chunk, this.p.length);
        var _a = dutf8(dat), s = _a.s, r = _a.r;
        if (final) {
            if (r.length)
                err(8);
            this.p = null;
        }
        else
            this.p = r;
        this.ondata(s, final);
    };
    return DecodeUTF8;
}())));

/**
 * Streaming UTF-8 encoding
 */
var EncodeUTF8 = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a UTF-8 decoding stream
     * @param cb The callback to call whenever data is encoded
     */
    function EncodeUTF8(cb) {
        this.ondata = cb;
    }
    /**
     * Pushes a chunk to be encoded to UTF-8
     * @param chunk The string data to push
     * @param final Whether this is the last chunk
     */
    EncodeUTF8.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        if (this.d)
            err(4);
        this.ondata(strToU8(chunk), this.d = final || false);
    };
    return EncodeUTF8;
}())));

/**
 * Converts a string into a Uint8Array for use with compression/decompression methods
 * @param str The string to encode
 * @param latin1 Whether or not to interpret the data as Latin-1. This should
 *               not need to be true unless decoding a binary string.
 * @returns The string encoded in UTF-8/Latin-1 binary
 */
function strToU8(str, latin1) {
    if (latin1) {
        var ar_1 = new u8(str.length);
        for (var i = 0; i < str.length; ++i)
            ar_1[i] = str.charCodeAt(i);
        return ar_1;
    }
    if (te)
        return te.encode(str);
    var l = str.length;
    var ar = new u8(str.length + (str.length >> 1));
    var ai = 0;
    var w = function (v) { ar[ai++] = v; };
    for (var i = 0; i < l; ++i) {
        if (ai + 5 > ar.length) {
            var n = new u8(ai + 8 + ((l - i) << 1));
            n.set(ar);
            ar = n;
        }
        var c = str.charCodeAt(i);
        if (c < 128 || latin1)
            w(c);
        else if (c < 2048)
            w(192 | (c >> 6)), w(128 | (c & 63));
        else if (c > 55295 && c < 57344)
            c = 65536 + (c & 1023 << 10) | (str.charCodeAt(++i) & 1023),
                w(240 | (c >> 18)), w(128 | ((c >> 12) & 63)), w(128 | ((c >> 6) & 63)), w(128 | (c & 63));
        else
            w(224 | (c >> 12)), w(128 | ((c >> 6) & 63)), w(128 | (c & 63));
    }
    return slc(ar, 0, ai);
}
/**
 * Converts a Uint8Array to a string
 * @param dat The data to decode to string
 * @param latin1 Whether or not to interpret the data as Latin-1. This should
 *               not need to be true unless encoding to binary string.
 * @returns The original UTF-8/Latin-1 string
 */
function strFromU8(dat, latin1) {
    if (latin1) {
        var r = '';
        for (var i = 0; i < dat.length; i += 16384)
            r += String.fromCharCode.apply(null, dat.subarray(i, i + 16384));
        return r;
    }
    else if (td) {
        return td.decode(dat);
    }
    else {
        var _a = dutf8(dat), s = _a.s, r = _a.r;
        if (r.length)
            err(8);
        return s;
    }
}
;
// deflate bit flag
var dbf = function (l) { return l == 1 ? 3 : l < 6 ? 2 : l == 9 ? 1 : 0; };
// skip local zip header
var slzh = function (d, b) { return b + 30 + b2(d, b + 26) + b2(d, b + 28); };
// read zip header
var zh = function (d, b, z) {
    var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
    var _a = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a[0], su = _a[1], off = _a[2];
    return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
// read zip64 header sizes
var z64hs = function (d, b, l, z, sc, su, off) {
    var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
    var nf = nsc + nsu + noff;
    if (z && nf) {
        for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
            if (b2(d, b) == 1) {
                return [
                    nsc ? b8(d, b + 4 + 8 * nsu) : sc,
                    nsu ? b8(d, b + 4) : su,
                    noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
                    1
                ];
            }
        }
        // z == 2 for unknown whether or not zip64
        if (z < 2)
            err(13);
    }
    return [sc, su, off, 0];
};
// extra field length
var exfl = function (ex) {
    var le = 0;
    if (ex) {
        for (var k in ex) {
            var l = ex[k].length;
            if (l > 65535)
                err(9);
            le += l + 4;
        }
    }
    return le;
};
// write zip header
var wzh = function (d, b, f, fn, u, c, ce, co) {
    var fl = fn.length, ex = f.extra, col = co && co.length;
    var exl = exfl(ex);
    wbytes(d, b, ce != null ? 0x2014B50 : 0x4034B50), b += 4;
    if (ce != null)
        d[b++] = 20, d[b++] = f.os;
    d[b] = 20, b += 2; // spec compliance? what's that?
    d[b++] = (f.flag << 1) | (c < 0 && 8), d[b++] = u && 8;
    d[b++] = f.compression & 255, d[b++] = f.compression >> 8;
    var dt = new Date(f.mtime == null ? Date.now() : f.mtime), y = dt.getFullYear() - 1980;
    if (y < 0 || y > 119)
        err(10);
    wbytes(d, b, (y << 25) | ((dt.getMonth() + 1) << 21) | (dt.getDate() << 16) | (dt.getHours() << 11) | (dt.getMinutes() << 5) | (dt.getSeconds() >> 1)), b += 4;
    if (c != -1) {
        wbytes(d, b, f.crc);
        wbytes(d, b + 4, c < 0 ? -c - 2 : c);
        wbytes(d, b + 8, f.size);
    }
    wbytes(d, b + 12, fl);
    wbytes(d, b + 14, exl), b += 16;
    if (ce != null) {
        wbytes(d, b, col);
        wbytes(d, b + 6, f.attrs);
        wbytes(d, b + 10, ce), b += 14;
    }
    d.set(fn, b);
    b += fl;
    if (exl) {
        for (var k in ex) {
            var exf = ex[k], l = exf.length;
            wbytes(d, b, +k);
            wbytes(d, b + 2, l);
            d.set(exf, b + 4), b += 4 + l;
        }
    }
    if (col)
        d.set(co, b), b += col;
    return b;
};
// write zip footer (end of central directory)
var wzf = function (o, b, c, d, e) {
    wbytes(o, b, 0x6054B50); // skip disk
    wbytes(o, b + 8, c);
    wbytes(o, b + 10, c);
    wbytes(o, b + 12, d);
    wbytes(o, b + 16, e);
};
/**
 * A pass-through stream to keep data uncompressed in a ZIP archive.
 */
var ZipPassThrough = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a pass-through stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     */
    function ZipPassThrough(filename) {
        this.filename = filename;
        this.c = crc();
        this.size = 0;
        this.compression = 0;
    }
    /**
     * Processes a chunk and pushes to the output stream. You can override this
     * method in a subclass for custom behavior, but by default this passes
     * the data through. You must call this.ondata(err, chunk, final) at some
     * point in this method.
     * @param chunk The chunk to process
     * @param final Whether this is the last chunk
     */
    ZipPassThrough.prototype.process = function (chunk, final) {
        this.ondata(null, chunk, final);
    };
    /**
     * Pushes a chunk to be added. If you are subclassing this with a custom
     * compression algorithm, note that you must push data from the source
     * file only, pre-compression.
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    ZipPassThrough.prototype.push = function (chunk, final) {
        if (!this.ondata)
            err(5);
        this.c.p(chunk);
        this.size += chunk.length;
        if (final)
            this.crc = this.c.d();
        // we shouldn't really do this cast, but properly handling ArrayBufferLike
        // makes the API unergonomic with Buffer
        this.process(chunk, final || false);
    };
    return ZipPassThrough;
}())));

// I don't extend because TypeScript extension adds 1kB of runtime bloat
/**
 * Streaming DEFLATE compression for ZIP archives. Prefer using AsyncZipDeflate
 * for better performance
 */
var ZipDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     * @param opts The compression options
     */
    function ZipDeflate(filename, opts) {
        var _this = this;
        if (!opts)
            opts = {};
        ZipPassThrough.call(this, filename);
        this.d = new Deflate(opts, function (dat, final) {
            _this.ondata(null, dat, final);
        });
        this.compression = 8;
        this.flag = dbf(opts.level);
    }
    ZipDeflate.prototype.process = function (chunk, final) {
        try {
            this.d.push(chunk, final);
        }
        catch (e) {
            this.ondata(e, null, final);
        }
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    ZipDeflate.prototype.push = function (chunk, final) {
        ZipPassThrough.prototype.push.call(this, chunk, final);
    };
    return ZipDeflate;
}())));

/**
 * Asynchronous streaming DEFLATE compression for ZIP archives
 */
var AsyncZipDeflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates an asynchronous DEFLATE stream that can be added to ZIP archives
     * @param filename The filename to associate with this data stream
     * @param opts The compression options
     */
    function AsyncZipDeflate(filename, opts) {
        var _this = this;
        if (!opts)
            opts = {};
        ZipPassThrough.call(this, filename);
        this.d = new AsyncDeflate(opts, function (err, dat, final) {
            _this.ondata(err, dat, final);
        });
        this.compression = 8;
        this.flag = dbf(opts.level);
        this.terminate = this.d.terminate;
    }
    AsyncZipDeflate.prototype.process = function (chunk, final) {
        this.d.push(chunk, final);
    };
    /**
     * Pushes a chunk to be deflated
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    AsyncZipDeflate.prototype.push = function (chunk, final) {
        ZipPassThrough.prototype.push.call(this, chunk, final);
    };
    return AsyncZipDeflate;
}())));

// TODO: Better tree shaking
/**
 * A zippable archive to which files can incrementally be added
 */
var Zip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates an empty ZIP archive to which files can be added
     * @param cb The callback to call whenever data for the generated ZIP archive
     *           is available
     */
    function Zip(cb) {
        this.ondata = cb;
        this.u = [];
        this.d = 1;
    }
    /**
     * Adds a file to the ZIP archive
     * @param file The file stream to add
     */
    Zip.prototype.add = function (file) {
        var _this = this;
        if (!this.ondata)
            err(5);
        // finishing or finished
        if (this.d & 2)
            this.ondata(err(4 + (this.d & 1) * 8, 0, 1), null, false);
        else {
            var f = strToU8(file.filename), fl_1 = f.length;
            var com = file.comment, o = com && strToU8(com);
            var u = fl_1 != file.filename.length || (o && (com.length != o.length));
            var hl_1 = fl_1 + exfl(file.extra) + 30;
            if (fl_1 > 65535)
                this.ondata(err(11, 0, 1), null, false);
            var header = new u8(hl_1);
            wzh(header, 0, file, f, u, -1);
            var chks_1 = [header];
            var pAll_1 = function () {
                for (var _i = 0, chks_2 = chks_1; _i < chks_2.length; _i++) {
                    var chk = chks_2[_i];
                    _this.ondata(null, chk, false);
                }
                chks_1 = [];
            };
            var tr_1 = this.d;
            this.d = 0;
            var ind_1 = this.u.length;
            var uf_1 = mrg(file, {
                f: f,
                u: u,
                o: o,
                t: function () {
                    if (file.terminate)
                        file.terminate();
                },
                r: function () {
                    pAll_1();
                    if (tr_1) {
                        var nxt = _this.u[ind_1 + 1];
                        if (nxt)
                            nxt.r();
                        else
                            _this.d = 1;
                    }
                    tr_1 = 1;
                }
            });
            var cl_1 = 0;
            file.ondata = function (err, dat, final) {
                if (err) {
                    _this.ondata(err, dat, final);
                    _this.terminate();
                }
                else {
                    cl_1 += dat.length;
                    chks_1.push(dat);
                    if (final) {
                        var dd = new u8(16);
                        wbytes(dd, 0, 0x8074B50);
                        wbytes(dd, 4, file.crc);
                        wbytes(dd, 8, cl_1);
                        wbytes(dd, 12, file.size);
                        chks_1.push(dd);
                        uf_1.c = cl_1, uf_1.b = hl_1 + cl_1 + 16, uf_1.crc = file.crc, uf_1.size = file.size;
                        if (tr_1)
                            uf_1.r();
                        tr_1 = 1;
                    }
                    else if (tr_1)
                        pAll_1();
                }
            };
            this.u.push(uf_1);
        }
    };
    /**
     * Ends the process of adding files and prepares to emit the final chunks.
     * This *must* be called after adding all desired files for the resulting
     * ZIP file to work properly.
     */
    Zip.prototype.end = function () {
        var _this = this;
        if (this.d & 2) {
            this.ondata(err(4 + (this.d & 1) * 8, 0, 1), null, true);
            return;
        }
        if (this.d)
            this.e();
        else
            this.u.push({
                r: function () {
                    if (!(_this.d & 1))
                        return;
                    _this.u.splice(-1, 1);
                    _this.e();
                },
                t: function () { }
            });
        this.d = 3;
    };
    Zip.prototype.e = function () {
        var bt = 0, l = 0, tl = 0;
        for (var _i = 0, _a = this.u; _i < _a.length; _i++) {
            var f = _a[_i];
            tl += 46 + f.f.length + exfl(f.extra) + (f.o ? f.o.length : 0);
        }
        var out = new u8(tl + 22);
        for (var _b = 0, _c = this.u; _b < _c.length; _b++) {
            var f = _c[_b];
            wzh(out, bt, f, f.f, f.u, -f.c - 2, l, f.o);
            bt += 46 + f.f.length + exfl(f.extra) + (f.o ? f.o.length : 0), l += f.b;
        }
        wzf(out, bt, this.u.length, tl, l);
        this.ondata(null, out, true);
        this.d = 2;
    };
    /**
     * A method to terminate any internal workers used by the stream. Subsequent
     * calls to add() will fail.
     */
    Zip.prototype.terminate = function () {
        for (var _i = 0, _a = this.u; _i < _a.length; _i++) {
            var f = _a[_i];
            f.t();
        }
        this.d = 2;
    };
    return Zip;
}())));

function zip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    var r = {};
    fltn(data, '', r, opts);
    var k = Object.keys(r);
    var lft = k.length, o = 0, tot = 0;
    var slft = lft, files = new Array(lft);
    var term = [];
    var tAll = function () {
        for (var i = 0; i < term.length; ++i)
            term[i]();
    };
    var cbd = function (a, b) {
        mt(function () { cb(a, b); });
    };
    mt(function () { cbd = cb; });
    var cbf = function () {
        var out = new u8(tot + 22), oe = o, cdl = tot - o;
        tot = 0;
        for (var i = 0; i < slft; ++i) {
            var f = files[i];
            try {
                var l = f.c.length;
                wzh(out, tot, f, f.f, f.u, l);
                var badd = 30 + f.f.length + exfl(f.extra);
                var loc = tot + badd;
                out.set(f.c, loc);
                wzh(out, o, f, f.f, f.u, l, tot, f.m), o += 16 + badd + (f.m ? f.m.length : 0), tot = loc + l;
            }
            catch (e) {
                return cbd(e, null);
            }
        }
        wzf(out, o, files.length, cdl, oe);
        cbd(null, out);
    };
    if (!lft)
        cbf();
    var _loop_1 = function (i) {
        var fn = k[i];
        var _a = r[fn], file = _a[0], p = _a[1];
        var c = crc(), size = file.length;
        c.p(file);
        var f = strToU8(fn), s = f.length;
        var com = p.comment, m = com && strToU8(com), ms = m && m.length;
        var exl = exfl(p.extra);
        var compression = p.level == 0 ? 0 : 8;
        var cbl = function (e, d) {
            if (e) {
                tAll();
                cbd(e, null);
            }
            else {
                var l = d.length;
                files[i] = mrg(p, {
                    size: size,
                    crc: c.d(),
                    c: d,
                    f: f,
                    m: m,
                    u: s != fn.length || (m && (com.length != ms)),
                    compression: compression
                });
                o += 30 + s + exl + l;
                tot += 76 + 2 * (s + exl) + (ms || 0) + l;
                if (!--lft)
                    cbf();
            }
        };
        if (s > 65535)
            cbl(err(11, 0, 1), null);
        if (!compression)
            cbl(null, file);
        else if (size < 160000) {
            try {
                cbl(null, deflateSync(file, p));
            }
            catch (e) {
                cbl(e, null);
            }
        }
        else
            term.push(deflate(file, p, cbl));
    };
    // Cannot use lft because it can decrease
    for (var i = 0; i < slft; ++i) {
        _loop_1(i);
    }
    return tAll;
}
/**
 * Synchronously creates a ZIP file. Prefer using `zip` for better performance
 * with more than one file.
 * @param data The directory structure for the ZIP archive
 * @param opts The main options, merged with per-file options
 * @returns The generated ZIP archive
 */
function zipSync(data, opts) {
    if (!opts)
        opts = {};
    var r = {};
    var files = [];
    fltn(data, '', r, opts);
    var o = 0;
    var tot = 0;
    for (var fn in r) {
        var _a = r[fn], file = _a[0], p = _a[1];
        var compression = p.level == 0 ? 0 : 8;
        var f = strToU8(fn), s = f.length;
        var com = p.comment, m = com && strToU8(com), ms = m && m.length;
        var exl = exfl(p.extra);
        if (s > 65535)
            err(11);
        var d = compression ? deflateSync(file, p) : file, l = d.length;
        var c = crc();
        c.p(file);
        files.push(mrg(p, {
            size: file.length,
            crc: c.d(),
            c: d,
            f: f,
            m: m,
            u: s != fn.length || (m && (com.length != ms)),
            o: o,
            compression: compression
        }));
        o += 30 + s + exl + l;
        tot += 76 + 2 * (s + exl) + (ms || 0) + l;
    }
    var out = new u8(tot + 22), oe = o, cdl = tot - o;
    for (var i = 0; i < files.length; ++i) {
        var f = files[i];
        wzh(out, f.o, f, f.f, f.u, f.c.length);
        var badd = 30 + f.f.length + exfl(f.extra);
        out.set(f.c, f.o + badd);
        wzh(out, o, f, f.f, f.u, f.c.length, f.o, f.m), o += 16 + badd + (f.m ? f.m.length : 0);
    }
    wzf(out, o, files.length, cdl, oe);
    return out;
}
/**
 * Streaming pass-through decompression for ZIP archives
 */
var UnzipPassThrough = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    function UnzipPassThrough() {
    }
    UnzipPassThrough.prototype.push = function (chunk, final) {
        // same as ZipPassThrough: cast to retain Buffer ergonomics
        this.ondata(null, chunk, final);
    };
    UnzipPassThrough.compression = 0;
    return UnzipPassThrough;
}())));

/**
 * Streaming DEFLATE decompression for ZIP archives. Prefer AsyncZipInflate for
 * better performance.
 */
var UnzipInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE decompression that can be used in ZIP archives
     */
    function UnzipInflate() {
        var _this = this;
        this.i = new Inflate(function (dat, final) {
            _this.ondata(null, dat, final);
        });
    }
    UnzipInflate.prototype.push = function (chunk, final) {
        try {
            this.i.push(chunk, final);
        }
        catch (e) {
            this.ondata(e, null, final);
        }
    };
    UnzipInflate.compression = 8;
    return UnzipInflate;
}())));

/**
 * Asynchronous streaming DEFLATE decompression for ZIP archives
 */
var AsyncUnzipInflate = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a DEFLATE decompression that can be used in ZIP archives
     */
    function AsyncUnzipInflate(_, sz) {
        var _this = this;
        if (sz < 320000) {
            this.i = new Inflate(function (dat, final) {
                _this.ondata(null, dat, final);
            });
        }
        else {
            this.i = new AsyncInflate(function (err, dat, final) {
                _this.ondata(err, dat, final);
            });
            this.terminate = this.i.terminate;
        }
    }
    AsyncUnzipInflate.prototype.push = function (chunk, final) {
        if (this.i.terminate)
            chunk = slc(chunk, 0);
        this.i.push(chunk, final);
    };
    AsyncUnzipInflate.compression = 8;
    return AsyncUnzipInflate;
}())));

/**
 * A ZIP archive decompression stream that emits files as they are discovered
 */
var Unzip = /*#__PURE__*/ ((/* unused pure expression or super */ null && (function () {
    /**
     * Creates a ZIP decompression stream
     * @param cb The callback to call whenever a file in the ZIP archive is found
     */
    function Unzip(cb) {
        this.onfile = cb;
        this.k = [];
        this.o = {
            0: UnzipPassThrough
        };
        this.p = et;
    }
    /**
     * Pushes a chunk to be unzipped
     * @param chunk The chunk to push
     * @param final Whether this is the last chunk
     */
    Unzip.prototype.push = function (chunk, final) {
        var _this = this;
        if (!this.onfile)
            err(5);
        if (!this.p)
            err(4);
        if (this.c > 0) {
            var len = Math.min(this.c, chunk.length);
            var toAdd = chunk.subarray(0, len);
            this.c -= len;
            if (this.d)
                this.d.push(toAdd, !this.c);
            else
                this.k[0].push(toAdd);
            chunk = chunk.subarray(len);
            if (chunk.length)
                return this.push(chunk, final);
        }
        else {
            var f = 0, i = 0, is = void 0, buf = void 0;
            if (!this.p.length)
                buf = chunk;
            else if (!chunk.length)
                buf = this.p;
            else {
                buf = new u8(this.p.length + chunk.length);
                buf.set(this.p), buf.set(chunk, this.p.length);
            }
            var l = buf.length, oc = this.c, add = oc && this.d;
            var _loop_2 = function () {
                var sig = b4(buf, i);
                if (sig == 0x4034B50) {
                    f = 1, is = i;
                    this_1.d = null;
                    this_1.c = 0;
                    var bf = b2(buf, i + 6), cmp_1 = b2(buf, i + 8), u = bf & 2048, dd = bf & 8, fnl = b2(buf, i + 26), es = b2(buf, i + 28);
                    if (l > i + 30 + fnl + es) {
                        var chks_3 = [];
                        this_1.k.unshift(chks_3);
                        f = 2;
                        var lsc = b4(buf, i + 18), lsu = b4(buf, i + 22);
                        var fn_1 = strFromU8(buf.subarray(i + 30, i += 30 + fnl), !u);
                        var _a = z64hs(buf, i, es, 2, lsc, lsu, 0), sc_1 = _a[0], su_1 = _a[1], z64 = _a[3];
                        if (dd)
                            sc_1 = -1 - z64;
                        i += es;
                        this_1.c = sc_1;
                        var d_1;
                        var file_1 = {
                            name: fn_1,
                            compression: cmp_1,
                            start: function () {
                                if (!file_1.ondata)
                                    err(5);
                                if (!sc_1)
                                    file_1.ondata(null, et, true);
                                else {
                                    var ctr = _this.o[cmp_1];
                                    if (!ctr)
                                        file_1.ondata(err(14, 'unknown compression type ' + cmp_1, 1), null, false);
                                    d_1 = sc_1 < 0 ? new ctr(fn_1) : new ctr(fn_1, sc_1, su_1);
                                    d_1.ondata = function (err, dat, final) { file_1.ondata(err, dat, final); };
                                    for (var _i = 0, chks_4 = chks_3; _i < chks_4.length; _i++) {
                                        var dat = chks_4[_i];
                                        d_1.push(dat, false);
                                    }
                                    if (_this.k[0] == chks_3 && _this.c)
                                        _this.d = d_1;
                                    else
                                        d_1.push(et, true);
                                }
                            },
                            terminate: function () {
                                if (d_1 && d_1.terminate)
                                    d_1.terminate();
                            }
                        };
                        if (sc_1 >= 0)
                            file_1.size = sc_1, file_1.originalSize = su_1;
                        this_1.onfile(file_1);
                    }
                    return "break";
                }
                else if (oc) {
                    if (sig == 0x8074B50) {
                        is = i += 12 + (oc == -2 && 8), f = 3, this_1.c = 0;
                        return "break";
                    }
                    else if (sig == 0x2014B50) {
                        is = i -= 4, f = 3, this_1.c = 0;
                        return "break";
                    }
                }
            };
            var this_1 = this;
            for (; i < l - 4; ++i) {
                var state_1 = _loop_2();
                if (state_1 === "break")
                    break;
            }
            this.p = et;
            if (oc < 0) {
                var dat = f ? buf.subarray(0, is - 12 - (oc == -2 && 8) - (b4(buf, is - 16) == 0x8074B50 && 4)) : buf.subarray(0, i);
                if (add)
                    add.push(dat, !!f);
                else
                    this.k[+(f == 2)].push(dat);
            }
            if (f & 2)
                return this.push(buf.subarray(i), final);
            this.p = buf.subarray(i);
        }
        if (final) {
            if (this.c)
                err(13);
            this.p = null;
        }
    };
    /**
     * Registers a decoder with the stream, allowing for files compressed with
     * the compression type provided to be expanded correctly
     * @param decoder The decoder constructor
     */
    Unzip.prototype.register = function (decoder) {
        this.o[decoder.compression] = decoder;
    };
    return Unzip;
}())));

var mt = typeof queueMicrotask == 'function' ? queueMicrotask : typeof setTimeout == 'function' ? setTimeout : function (fn) { fn(); };
function unzip(data, opts, cb) {
    if (!cb)
        cb = opts, opts = {};
    if (typeof cb != 'function')
        err(7);
    var term = [];
    var tAll = function () {
        for (var i = 0; i < term.length; ++i)
            term[i]();
    };
    var files = {};
    var cbd = function (a, b) {
        mt(function () { cb(a, b); });
    };
    mt(function () { cbd = cb; });
    var e = data.length - 22;
    for (; b4(data, e) != 0x6054B50; --e) {
        if (!e || data.length - e > 65558) {
            cbd(err(13, 0, 1), null);
            return tAll;
        }
    }
    ;
    var lft = b2(data, e + 8);
    if (lft) {
        var c = lft;
        var o = b4(data, e + 16);
        var z = b4(data, e - 20) == 0x7064B50;
        if (z) {
            var ze = b4(data, e - 12);
            z = b4(data, ze) == 0x6064B50;
            if (z) {
                c = lft = b4(data, ze + 32);
                o = b4(data, ze + 48);
            }
        }
        var fltr = opts && opts.filter;
        var _loop_3 = function (i) {
            var _a = zh(data, o, z), c_1 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
            o = no;
            var cbl = function (e, d) {
                if (e) {
                    tAll();
                    cbd(e, null);
                }
                else {
                    if (d)
                        files[fn] = d;
                    if (!--lft)
                        cbd(null, files);
                }
            };
            if (!fltr || fltr({
                name: fn,
                size: sc,
                originalSize: su,
                compression: c_1
            })) {
                if (!c_1)
                    cbl(null, slc(data, b, b + sc));
                else if (c_1 == 8) {
                    var infl = data.subarray(b, b + sc);
                    // Synchronously decompress under 512KB, or barely-compressed data
                    if (su < 524288 || sc > 0.8 * su) {
                        try {
                            cbl(null, inflateSync(infl, { out: new u8(su) }));
                        }
                        catch (e) {
                            cbl(e, null);
                        }
                    }
                    else
                        term.push(inflate(infl, { size: su }, cbl));
                }
                else
                    cbl(err(14, 'unknown compression type ' + c_1, 1), null);
            }
            else
                cbl(null, null);
        };
        for (var i = 0; i < c; ++i) {
            _loop_3(i);
        }
    }
    else
        cbd(null, {});
    return tAll;
}
/**
 * Synchronously decompresses a ZIP archive. Prefer using `unzip` for better
 * performance with more than one file.
 * @param data The raw compressed ZIP file
 * @param opts The ZIP extraction options
 * @returns The decompressed files
 */
function unzipSync(data, opts) {
    var files = {};
    var e = data.length - 22;
    for (; b4(data, e) != 0x6054B50; --e) {
        if (!e || data.length - e > 65558)
            err(13);
    }
    ;
    var c = b2(data, e + 8);
    if (!c)
        return {};
    var o = b4(data, e + 16);
    var z = b4(data, e - 20) == 0x7064B50;
    if (z) {
        var ze = b4(data, e - 12);
        z = b4(data, ze) == 0x6064B50;
        if (z) {
            c = b4(data, ze + 32);
            o = b4(data, ze + 48);
        }
    }
    var fltr = opts && opts.filter;
    for (var i = 0; i < c; ++i) {
        var _a = zh(data, o, z), c_2 = _a[0], sc = _a[1], su = _a[2], fn = _a[3], no = _a[4], off = _a[5], b = slzh(data, off);
        o = no;
        if (!fltr || fltr({
            name: fn,
            size: sc,
            originalSize: su,
            compression: c_2
        })) {
            if (!c_2)
                files[fn] = slc(data, b, b + sc);
            else if (c_2 == 8)
                files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
            else
                err(14, 'unknown compression type ' + c_2);
        }
    }
    return files;
}

;// CONCATENATED MODULE: ./src/adapters/artifact-archive.ts




/** More than an artifact of evidence needs: a digest and a few documents of at most 256 KiB each. */
const MAX_FILES = 50;
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;
/** The size up to which an archive is fetched. */
const MAX_ARCHIVE_BYTES = 4 * 1024 * 1024;
/**
 * Reads a zip archive in memory. Its sizes are added up before anything is unpacked, and no path of it reaches the disk.
 *
 * @throws {Fault} `artifact-unreadable`
 */
function readArchive(subject, archive) {
    const refuse = (detail, cause) => {
        throw artifactFault('artifact-unreadable', { subject, detail, cause });
    };
    const seen = new Set();
    let bytes = 0;
    const accept = ({ name, originalSize }) => {
        const shown = JSON.stringify(name.slice(0, 100));
        if (!isInside(name))
            refuse(`it holds the path ${shown}, which leads out of it`);
        if (seen.has(name))
            refuse(`it holds the path ${shown} twice`);
        seen.add(name);
        bytes += originalSize;
        if (seen.size > MAX_FILES)
            refuse(`it holds more than ${MAX_FILES} files`);
        if (bytes > MAX_UNPACKED_BYTES)
            refuse(`it unpacks to more than ${MAX_UNPACKED_BYTES} bytes`);
        return !name.endsWith('/');
    };
    try {
        return Object.entries(unzipSync(archive, { filter: accept })).map(([path, content]) => ({
            path,
            bytes: content,
            sha256: (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex'),
        }));
    }
    catch (error) {
        if (error instanceof Fault)
            throw error;
        return refuse('it is no zip archive, or a damaged one', error);
    }
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
        listing ??= service('the artifacts of this run', async (client) => {
            // a re-run can leave several of one name: the latest counts
            const { artifacts } = await client.listArtifacts({ latest: true });
            return artifacts;
        });
        return listing;
    };
    return {
        names: async () => (await list()).map(({ name }) => name),
        read: async (name) => {
            const subject = `artifact ${name}`;
            const artifact = (await list()).find((candidate) => candidate.name === name);
            if (artifact === undefined)
                throw artifactFault('artifact-missing', { subject, detail: 'it is not there' });
            if (artifact.size > MAX_ARCHIVE_BYTES)
                throw tooLarge(subject, artifact.size);
            return readArchive(subject, await download(subject, artifact, temp));
        },
        publish: (name, folder, files) => service(`artifact ${name}`, async (client) => {
            try {
                await client.uploadArtifact(name, [...files], folder);
            }
            catch (error) {
                if (!isTaken(error))
                    throw error;
                // of an earlier attempt of this job: what it vouched for is what this attempt vouches for
                await client.deleteArtifact(name);
                await client.uploadArtifact(name, [...files], folder);
            }
        }),
    };
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
/** @throws {Fault} `artifact-service` for whatever the client throws */
async function service(subject, use) {
    const { DefaultArtifactClient: Client } = await __nccwpck_require__.e(/* import() */ 509).then(__nccwpck_require__.bind(__nccwpck_require__, 65509));
    try {
        return await use(new Client());
    }
    catch (error) {
        if (error instanceof Fault)
            throw error;
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
const sha256 = string({ pattern: /^[0-9a-f]{64}$/, name: 'a SHA-256 of 64 lower-case hex digits' });
const digest = string({
    pattern: /^sha256:[0-9a-f]{64}$/,
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
 * The report of an action that could not decide: a {@link Fault}, or a bug, which says that it is one.
 *
 * @param secrets what must not be in it: a mask hides it in the log, not in outputs and evidence
 */
function faultReport(action, error, secrets = []) {
    const fault = error instanceof Fault ? error : undefined;
    const message = fault?.message ?? `unexpected error, please report it: ${fault_report_describe(error)}`;
    const reason = secrets
        .toSorted((one, other) => other.length - one.length)
        .reduce((shown, secret) => shown.replaceAll(secret, '***'), message);
    const said = { outcome: 'error', reason };
    return {
        conclusion: 'failure',
        headline: reason,
        log: [],
        outputs: Object.fromEntries(Object.entries(said).filter(([name]) => action.outputs.includes(name))),
        summary: blocks(heading(3, markdown_text(`${action.name}: could not decide`)), markdown_text(reason)),
        annotations: [],
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
/** Uploads the artifact together with the evidence that vouches for it. */
async function handOver({ name, files }, evidence, folder, { writer, artifacts }) {
    if (artifacts === undefined)
        throw new TypeError('an artifact is to be published, and there is no publisher');
    const root = rootOf(folder);
    const document = `${root}/evidence/${evidence.name}`;
    await writer.write(document, evidence.content);
    await artifacts.publish(name, root, [...files.map(({ path }) => `${root}/${path}`), document]);
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
    const service = serviceOf(shell.runner);
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
        await handOver(report.artifact, { name: evidenceName(action), content }, folder, shell);
    return outputs;
}
/** Removes what the action can have left of the service: the evidence first, as it is what pins the rest. */
async function clear(action, { runner, writer }) {
    const service = serviceOf(runner);
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
function serviceOf(runner) {
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
/**
 * Reads `path` or `path@sha256:<hex>`.
 *
 * @example parsePinnedPath(`e.json@sha256:${'0a'.repeat(32)}`).path === 'e.json'
 * @throws {RangeError} with the accepted form
 */
function parsePinnedPath(text) {
    const [, path = '', sha256] = /^([^]*?)(?:@sha256:([0-9a-f]{64}))?$/.exec(text) ?? [];
    if (path === '' || /@sha256:[^/]*$/i.test(path) || path.includes('\0')) {
        throw new RangeError('a path, or a path with the SHA-256 of its file as path@sha256:<64 lower-case hex digits>');
    }
    return { path, sha256 };
}

;// CONCATENATED MODULE: ./src/domain/oci/digest.ts
const SHA256 = /^sha256:[0-9a-f]{64}$/;
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
        if (!SHA256.test(text))
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
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        try {
            return new ImageName(ImageReference.parse(`${text}@${ANY_DIGEST}`).name);
        }
        catch (cause) {
            throw new RangeError(IMAGE_NAME_FORM, { cause });
        }
    }
    /** The image of this name with a digest. */
    at(digest) {
        return ImageReference.parse(`${this.text}@${digest.text}`);
    }
}

;// CONCATENATED MODULE: ./src/domain/oci/platform.ts
/** What {@link Platform.parse} accepts, in words. */
const PLATFORM_FORM = 'os/architecture or os/architecture/variant, such as linux/amd64';
/**
 * A platform as an index names it. 64-bit ARM has one variant, v8, which most tools leave out: with and without it are the same.
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
        this.variant = architecture === 'arm64' && variant === 'v8' ? undefined : variant;
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
    toString() {
        return this.text;
    }
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
    'artifact-evidence-sha256': optional(perService('a SHA-256 of 64 lower-case hex digits', parseHex)),
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
function parseHex(value) {
    if (!/^[0-9a-f]{64}$/.test(value))
        throw new RangeError('a SHA-256 of 64 lower-case hex digits');
    return value;
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
 * @param contentType what the registry calls it
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
    const named = document['mediaType'];
    const told = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
    if (named !== undefined && named !== told) {
        throw malformed(subject, `the registry calls it ${manifest_text(told)}, and itself ${manifest_text(named)}`);
    }
    if (!INDEX_TYPES.includes(told) && !MANIFEST_TYPES.includes(told)) {
        throw malformed(subject, `its media type is ${manifest_text(told)}`);
    }
    return told;
}
function parseIndex(subject, mediaType, document) {
    const manifests = document['manifests'];
    if (!Array.isArray(manifests))
        throw malformed(subject, 'the index has no list of manifests');
    const images = manifests
        .filter((entry) => !isAttestation(entry))
        .map((entry, number) => descriptorOf(subject, `manifests[${number}]`, entry));
    if (images.length === 0)
        throw malformed(subject, 'the index names no image');
    return { kind: 'index', mediaType, images };
}
/** buildx marks an attestation manifest in words, and gives it a platform on which nothing runs. */
function isAttestation(entry) {
    if (!isRecord(entry))
        return false;
    const { annotations, platform } = entry;
    const type = isRecord(annotations) ? annotations['vnd.docker.reference.type'] : undefined;
    return (type === 'attestation-manifest' ||
        (isRecord(platform) && platform['os'] === 'unknown' && platform['architecture'] === 'unknown'));
}
function descriptorOf(subject, place, entry) {
    if (!isRecord(entry))
        throw malformed(subject, `${place} is not an object`);
    const { size, platform } = entry;
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw malformed(subject, `${place} has no size in bytes`);
    }
    return {
        digest: digestOf(subject, place, entry),
        size,
        platform: platform === undefined ? undefined : platformOf(subject, place, platform),
    };
}
function digestOf(subject, place, descriptor) {
    try {
        return Digest.parse(String(descriptor['digest']));
    }
    catch (error) {
        throw malformed(subject, `the digest of ${place} is ${manifest_text(descriptor['digest'])}`, error);
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
    return value === undefined ? 'not given' : JSON.stringify(value).slice(0, 120);
}

;// CONCATENATED MODULE: ./actions/validate-digest/check-image.ts



/** An index can name others; nobody needs more than this. */
const DEEPEST = 3;
/**
 * Reads the image that a digest names, with every manifest of its index, and holds it against what is asked of it.
 *
 * @throws {Fault} of the registry, or what the image lacks
 */
async function checkImage(image, { requireIndex, platforms: asked }, registry) {
    const manifest = await read(image, undefined, registry);
    if (requireIndex && manifest.kind === 'manifest') {
        throw registryFault('image-no-index', {
            subject: image.toString(),
            detail: `it is a ${manifest.mediaType}`,
        });
    }
    const platforms = await platformsOf(image, manifest, undefined, registry, 1);
    const lacking = asked.filter((platform) => !platforms.some((held) => held.serves(platform)));
    if (lacking.length > 0) {
        throw registryFault('image-lacks-platform', {
            subject: image.toString(),
            detail: `it lacks ${lacking.join(', ')}, and is there for ${platforms.join(', ')}`,
        });
    }
    return { image, mediaType: manifest.mediaType, platforms };
}
async function read(image, size, registry) {
    const { contentType, bytes } = await registry.manifest(image);
    if (size !== undefined && bytes.length !== size) {
        throw registryFault('image-foreign-bytes', {
            subject: image.toString(),
            detail: `it has ${bytes.length} bytes, and the index says ${size}`,
        });
    }
    return parseManifest(image.toString(), contentType, bytes);
}
/** The platforms of a manifest: its own, or those of everything that an index names. */
async function platformsOf(image, manifest, told, registry, depth) {
    if (manifest.kind === 'manifest') {
        return [told ?? (await configPlatform(image, manifest, registry))];
    }
    if (depth > DEEPEST) {
        throw registryFault('manifest-malformed', {
            subject: image.toString(),
            detail: `its index names an index, which names another, ${DEEPEST} deep`,
        });
    }
    const platforms = [];
    for (const descriptor of manifest.images) {
        const child = sibling(image, descriptor.digest);
        const inner = await read(child, descriptor.size, registry);
        platforms.push(...(await platformsOf(child, inner, descriptor.platform, registry, depth + 1)));
    }
    return platforms;
}
async function configPlatform(image, { config }, registry) {
    const reference = sibling(image, config);
    return parseConfigPlatform(reference.toString(), await registry.config(reference));
}
function sibling({ name }, digest) {
    return ImageReference.parse(`${name}@${digest.text}`);
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
function read_evidence_serviceOf({ service }, owner) {
    const own = typeof owner.service === 'string' ? [owner.service] : owner.service;
    return own.includes(service) ? service : own.join(' or ');
}
function refuseStrangers(name, document, owner) {
    const claims = [
        ['repository', document.source.repository, owner.repository],
        ['commit', document.source.sha, owner.sha],
        ['run', document.source.runId, owner.runId],
        ['service', document.service, read_evidence_serviceOf(document, owner)],
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
async function checkEvidence({ service, artifact: name, artifactPin: pin }, inputs, context, { artifact, digest }, files, findings) {
    const { repository, sha, runId } = context;
    const owner = { repository, sha, runId, service };
    const read = (subject, bytes, pinned) => ({
        document: readImageEvidence(subject, bytes, owner, digest.text),
        content: textOf(bytes),
        pinned,
    });
    const checked = [];
    for (const file of artifact?.evidence ?? []) {
        const subject = `${file.path} of artifact ${String(name)}`;
        const evidence = await findings.attempt(() => named(file.name, subject, read(subject, file.bytes, pin !== undefined)));
        if (evidence !== undefined)
            checked.push(evidence);
    }
    if (artifact !== undefined) {
        await findings.attempt(() => {
            checkArtifact(`artifact ${String(name)}`, artifact, pin, checked);
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
function named(name, subject, evidence) {
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
 * findings, and so is that nothing but the artifacts says what the digests are.
 *
 * @returns the artifacts by service
 */
async function findArtifacts({ artifact: pattern, digest, artifactEvidenceSha256: pin }, legs, artifacts, findings) {
    const found = new Map();
    if (pattern === undefined)
        return found;
    if (digest === undefined && pin === undefined)
        findings.add(unpinned(pattern));
    const names = await artifacts.names();
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
            found.set(service, opened);
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
        return { cause: form.cause, detail: `it is ${shown(value)}, ${form.what}` };
    const hex = /^sha256:([0-9a-f]{64})$/.exec(value)?.[1];
    if (hex === undefined) {
        return { cause: 'digest-malformed', detail: `it is ${shown(value)}; expected ${DIGEST_FORM}` };
    }
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
        pattern: /^[0-9a-f]{64}$/i,
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
function shown(value) {
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
                    source: `${DIGEST_FILE} of artifact ${String(name)}`,
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


/**
 * The report of digests that are all in order.
 *
 * @param folder where the checked evidence lies; undefined where there is none
 */
function toReport(inputs, request, legs, folder) {
    const headline = sentence(inputs, legs);
    const unpinned = legs.filter(isUnpinned);
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
            'evidence-directory': folder,
        }),
        summary: summaryOf(inputs, legs, headline),
        annotations: [
            ...unaskedWarning(inputs, request),
            ...unpinned.map(unpinnedWarning),
            ...legs.flatMap(duplicateWarnings),
        ],
        files: [],
        ...(inputs.publishArtifact && { artifact: artifactOf(legs) }),
        evidence: { outcome: 'pass', reason: headline, ...claimOf(legs) },
    };
}
/** `orders: sha256:… is in ghcr.io/org/orders for linux/amd64, linux/arm64.` */
function sentence({ service }, legs) {
    const [leg] = legs;
    if (leg === undefined || legs.length > 1) {
        const checked = legs.every((each) => each.checked !== undefined);
        const where = checked ? 'are in their registries' : 'are well-formed; no registry was asked';
        return `${service.text}: the digests of ${legs.map((each) => each.service).join(', ')} ${where}.`;
    }
    const { checked, digest } = leg;
    if (checked === undefined)
        return `${leg.service}: ${digest.text} is well-formed; no registry was asked.`;
    return `${leg.service}: ${digest.text} is in ${checked.image.name} for ${checked.platforms.join(', ')}.`;
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
/** Whether there is evidence that any job which runs code of the repository could have uploaded. */
function isUnpinned({ evidence }) {
    return evidence.some(({ pinned }) => !pinned);
}
function unpinnedWarning({ artifact, service }) {
    return {
        level: 'warning',
        title: 'validate-digest',
        message: `${service}: nothing pins artifact ${String(artifact)}, which any job of this run could have uploaded; its evidence is not in evidence-directory. Hand evidence-sha256 of the step that publishes it on as a job output, and give it as artifact-evidence-sha256.`,
    };
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
function claimOf(legs) {
    const [leg] = legs;
    if (leg === undefined || legs.length > 1) {
        return { details: { mediaType: null, platforms: [], checkedIn: null } };
    }
    const { image, digest, checked } = leg;
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
function artifactOf(legs) {
    const [leg] = legs;
    if (leg === undefined || legs.length > 1)
        throw new TypeError('an artifact is of one service');
    return {
        name: artifactNameOf(leg.service),
        files: [
            { path: DIGEST_FILE, content: `${leg.digest.text}\n` },
            ...leg.evidence
                // the document of this step takes the place of one of an earlier step
                .filter(({ document }) => document.action !== 'validate-digest')
                .map(({ document, content }) => ({ path: `evidence/${document.action}.json`, content })),
        ],
    };
}
/** Everything that is wrong with the digests; where something could not be found out, the digests were not judged. */
function toFailureReport(inputs, { legs }, faults) {
    const undecided = faults.find((fault) => fault.class === 'infrastructure');
    const [first] = faults;
    const reason = faults.length === 1 && first !== undefined
        ? `${inputs.service.text}: ${first.message}`
        : `${inputs.service.text}: ${faults.length} faults. ${faults.map((fault, index) => `${index + 1}. ${fault.message}`).join(' ')}`;
    return {
        conclusion: 'failure',
        headline: reason,
        log: [],
        outputs: {},
        summary: failureSummary(inputs, legs, faults),
        annotations: faults.length === 1 ? [] : faults.map(annotationOf),
        files: [],
        evidence: {
            outcome: undecided === undefined ? 'fail' : 'error',
            class: (undecided ?? first)?.class ?? 'policy',
            reason,
            details: { mediaType: null, platforms: [], checkedIn: null },
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
    if (findings.faults.length > 0)
        return toFailureReport(inputs, request, findings.faults);
    const folder = await keepEvidence(kept, valid, ports.writer);
    return toReport(inputs, request, valid, folder);
}

;// CONCATENATED MODULE: ./actions/validate-digest/main.ts







/** Runs validate-digest on this machine. */
async function main_run() {
    const shell = systemShell();
    const { workspace, temp } = shell.runner.context();
    const artifacts = workflowArtifacts(temp);
    const registry = httpRegistry({
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
