import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 170:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5645);

await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 5645:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(8474);
;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
;// CONCATENATED MODULE: ./src/adapters/exec-commands.ts



/** What a program is taken to have ended with that was killed. */
const KILLED = -1;
/** Longer than cosign's own limits for anything that it is asked for here: with a network that swallows everything it does not keep them. */
const LIMIT_MILLISECONDS = 20 * 60_000;
/**
 * Runs programs on this machine; what they print is not shown. The toolkit's own way leaves their input open, so that one that asks waits
 * for ever, cannot have a quote in a path, and brings the process down where an argument is too long.
 */
function execCommands() {
    return {
        run: async (path, args, environment) => {
            let limit;
            try {
                const program = (0,external_node_child_process_namespaceObject.spawn)(path, args, {
                    env: environment(process.env),
                    stdio: ['ignore', 'pipe', 'pipe'],
                });
                limit = setTimeout(() => program.kill('SIGKILL'), LIMIT_MILLISECONDS);
                const ended = (0,external_node_events_.once)(program, 'close');
                const [stdout, stderr, [exitCode]] = await Promise.all([
                    (0,consumers_namespaceObject.text)(program.stdout),
                    (0,consumers_namespaceObject.text)(program.stderr),
                    ended,
                ]);
                return { exitCode: exitCode ?? KILLED, stdout, stderr };
            }
            catch {
                return undefined;
            }
            finally {
                clearTimeout(limit);
            }
        },
    };
}

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

;// CONCATENATED MODULE: ./src/domain/signing/signing-faults.ts

/** Why nothing could be signed, or not all of it. */
const SIGNING_FAULTS = {
    'token-not-allowed': {
        class: 'configuration',
        meaning: 'The job may not ask GitHub for an identity token, which is what a keyless signature is made with',
        cure: 'Give the job `permissions: id-token: write`. A pull request from a fork cannot have it: sign on push.',
    },
    'token-unavailable': {
        class: 'infrastructure',
        meaning: 'GitHub gave no identity token, after several tries',
        cure: 'Look at githubstatus.com, and re-run the job: what is signed already is not signed again.',
    },
    'token-unusable': {
        class: 'infrastructure',
        meaning: 'The identity token lacks what a certificate is made of',
        cure: 'Run the step in a job of GitHub Actions; a token of another issuer cannot be used.',
    },
    'cosign-not-pinned': {
        class: 'configuration',
        meaning: 'Nothing says what the executable of this version of cosign has to hash to',
        cure: 'Give `cosign-sha256`, from cosign_checksums.txt of that release, or a version that is known here.',
    },
    'cosign-altered': {
        class: 'policy',
        meaning: 'The executable of cosign does not have the SHA-256 that it must have; it was not run',
        cure: 'Compare `cosign-sha256` with the release. If it is right, do not use what was received until that is explained.',
    },
    'cosign-unusable': {
        class: 'configuration',
        meaning: 'The executable of `cosign-path` cannot be run, or cannot do what is asked of it',
        cure: 'Give the path of a cosign 2.4 or later for this machine; `format: bundle` needs 2.6 or later.',
    },
    'cosign-unavailable': {
        class: 'infrastructure',
        meaning: 'Cosign could not be fetched',
        cure: 'Re-run the job; on a runner without a way to github.com, install cosign and give `cosign-path`.',
    },
    'trusted-root-unusable': {
        class: 'configuration',
        meaning: '`trusted-root` or `signing-config` is not there, or not what it should be',
        cure: 'Write it with `cosign trusted-root create` (or `signing-config create`) for your instance of sigstore.',
    },
    'predicate-missing': {
        class: 'configuration',
        meaning: 'The file of a line of `attestations` is not there',
        cure: 'Check that the step before wrote it, and that the artifact with it was downloaded into this job.',
    },
    'predicate-altered': {
        class: 'policy',
        meaning: 'The file of a line of `attestations` does not have the SHA-256 that its line pins',
        cure: 'Find out who wrote the file after the job that reported its SHA-256: any job of the run can upload an artifact of the name.',
    },
    'predicate-invalid': {
        class: 'code',
        meaning: 'The file of a line of `attestations` is not a predicate of the type that its line names',
        cure: 'Give the file in the form of its type: for an SBOM `syft scan -o spdx-json`, for coverage predicate-path of coverage-gate.',
    },
    'predicate-foreign': {
        class: 'policy',
        meaning: 'A coverage proof is of another service, commit or run',
        cure: 'Attest the proof that coverage-gate wrote in this run; re-run all jobs if the run has none.',
    },
    'image-lacks-attested-platform': {
        class: 'configuration',
        meaning: 'A line of `attestations` names a platform that the image is not there for, or that it has twice',
        cure: 'Name a platform of the image, or leave it out to attest the image as a whole.',
    },
    'image-holds-unknown': {
        class: 'policy',
        meaning: 'The index names something that is neither an image nor an attestation of buildx',
        cure: 'Push it elsewhere, or set `recursive: false` to sign the index alone.',
    },
    'bundle-unreadable': {
        class: 'configuration',
        meaning: 'The registry has no referrers API, and this cosign would write a list of referrers in which Kyverno finds no bundle',
        cure: 'Set `format: legacy`, or use cosign 3.1 or later.',
    },
    'signing-denied': {
        class: 'configuration',
        meaning: 'The registry or Fulcio refuses who asks',
        cure: 'Log in with an account that may push (on GHCR `permissions: packages: write`), and sign in a job of the issuer that Fulcio trusts.',
    },
    'registry-immutable': {
        class: 'configuration',
        meaning: 'The registry lets no tag be written again, and cosign keeps signatures under tags',
        cure: 'Exclude `sha256-*` from the immutable tags: on ECR `imageTagMutability: IMMUTABLE_WITH_EXCLUSION` with the filter `sha256-*`.',
    },
    'signing-unavailable': {
        class: 'infrastructure',
        meaning: 'Fulcio, Rekor or the registry did not do its part, after several tries',
        cure: 'Look at status.sigstore.dev and at the registry, and re-run the job: what is signed already is not signed again.',
    },
    'signature-untrusted': {
        class: 'configuration',
        meaning: 'What was signed does not verify, because certificate or log are not of the sigstore that is trusted',
        cure: 'Give the `trusted-root` of the same instance as `fulcio-url` and `rekor-url`.',
    },
    'signature-not-found': {
        class: 'policy',
        meaning: 'Cosign reported success, and the signature or attestation cannot be verified in the registry',
        cure: 'See that nothing else writes signatures of this image at the same time or cleans them up, and re-run the job.',
    },
    'cosign-failed': {
        class: 'infrastructure',
        meaning: 'Cosign failed for a reason that is not known here',
        cure: 'Read the last lines of cosign in the log of this step.',
    },
};
const signingFault = faultsOf(SIGNING_FAULTS);

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

;// CONCATENATED MODULE: ./src/adapters/github-identity-tokens.ts



const TRIES = 5;
const FIRST_PAUSE = 1000;
const TIMEOUT_MILLISECONDS = 30_000;
/**
 * The identity tokens that GitHub gives to a job with `id-token: write`. The toolkit's own way gives up at once on 429, 500 and an
 * answer that is no JSON, which is what a busy service sends.
 *
 * @param onSecret is told each token before it is used
 * @see https://docs.github.com/actions/reference/security/oidc
 */
function githubIdentityTokens(pause, onSecret, environment = process.env) {
    const address = environment['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '';
    const requestToken = environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '';
    return {
        allowed: address !== '' && requestToken !== '',
        token: async (audience) => {
            const url = new URL(address);
            url.searchParams.set('audience', audience);
            for (let tries = 1;; tries++) {
                const answer = await ask(url, requestToken);
                if ('token' in answer) {
                    onSecret(answer.token);
                    return answer.token;
                }
                if (!answer.canPass || tries === TRIES) {
                    throw signingFault('token-unavailable', {
                        subject: url.host,
                        detail: `${answer.problem}, at the last of ${tries} ${tries === 1 ? 'try' : 'tries'}`,
                    });
                }
                await pause.upTo(FIRST_PAUSE * 2 ** (tries - 1));
            }
        },
    };
}
async function ask(url, requestToken) {
    try {
        const response = await fetch(url, {
            headers: { authorization: `bearer ${requestToken}`, accept: 'application/json' },
            signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
        });
        const text = await response.text();
        if (!response.ok) {
            return {
                problem: `it answered ${response.status}`,
                canPass: response.status === 429 || response.status >= 500,
            };
        }
        const token = tokenIn(text);
        return token === undefined ? { problem: 'its answer holds no token', canPass: true } : { token };
    }
    catch (error) {
        // of a header that cannot be sent, the reason repeats its value
        return {
            problem: `there was no answer: ${reasonOf(error).replaceAll(requestToken, '***')}`,
            canPass: true,
        };
    }
}
function tokenIn(text) {
    try {
        const answer = JSON.parse(text);
        const token = isRecord(answer) ? answer['value'] : undefined;
        return typeof token === 'string' && token !== '' ? token : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
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

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
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
        return (0,external_node_path_namespaceObject.join)(folder, 'config.json');
    return (0,external_node_path_namespaceObject.join)(home === undefined || home === '' ? (0,external_node_os_namespaceObject.homedir)() : home, '.docker', 'config.json');
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
        content = (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
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
const patience_FIRST_PAUSE = 1000;
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
    const longest = Math.min(patience_FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE);
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
    const token = answer.status === 200 ? login_tokenIn(answer.body) : undefined;
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
function login_tokenIn(body) {
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
const http_registry_TIMEOUT_MILLISECONDS = 30_000;
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
        timeoutMilliseconds: http_registry_TIMEOUT_MILLISECONDS,
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
const readFolderOnDisk = (path) => (0,external_node_fs_namespaceObject.readdirSync)(path, { withFileTypes: true });
/**
 * Files on the disk; relative paths begin at the workspace. What cannot be read is a fault that names the path. A glob finds no
 * symbolic links and nothing behind them, so that no file is found twice.
 */
function nodeFiles(workspace, readFolder = readFolderOnDisk) {
    const at = (path) => (0,external_node_path_namespaceObject.resolve)(workspace, path);
    return {
        find: async (folder, pattern) => {
            const { default: picomatch } = await __nccwpck_require__.e(/* import() */ 6).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4006, 23));
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
            return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
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
    const hash = (0,external_node_crypto_.createHash)('sha256');
    return {
        chunks: chunksOf(path, absolute, hash),
        sha256: () => hash.digest('hex'),
    };
}
async function* chunksOf(path, absolute, hash) {
    const file = node_files_unreadable(path, () => (0,external_node_fs_namespaceObject.openSync)(absolute, 'r'));
    try {
        const buffer = new Uint8Array(CHUNK_BYTES);
        for (;;) {
            const length = node_files_unreadable(path, () => (0,external_node_fs_namespaceObject.readSync)(file, buffer));
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

;// CONCATENATED MODULE: ./src/adapters/private-folders.ts



/** With these the runner cancels a job. */
const SIGNALS = ['SIGINT', 'SIGTERM'];
/**
 * Folders of this account alone below the folder for files of this job. They are removed when the act is over, and when the job is
 * cancelled meanwhile.
 */
function privateFolders(temp) {
    return {
        within: async (act) => {
            const path = newFolder(temp);
            const remove = () => {
                (0,external_node_fs_namespaceObject.rmSync)(path, { recursive: true, force: true });
            };
            const cancelled = (signal) => {
                remove();
                ignore();
                process.kill(process.pid, signal);
            };
            const ignore = () => {
                for (const signal of SIGNALS)
                    process.off(signal, cancelled);
            };
            for (const signal of SIGNALS)
                process.on(signal, cancelled);
            try {
                return await act({
                    path,
                    write: (name, content) => new Promise((resolve) => {
                        resolve(write((0,external_node_path_namespaceObject.join)(path, name), content));
                    }),
                });
            }
            finally {
                ignore();
                remove();
            }
        },
    };
}
function newFolder(temp) {
    try {
        (0,external_node_fs_namespaceObject.mkdirSync)(temp, { recursive: true });
        // mkdtemp lets only its owner in
        return (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(temp, 'private-'));
    }
    catch (cause) {
        throw unwritable(temp, cause);
    }
}
function write(path, content) {
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)(path, content, { mode: 0o600 });
        return path;
    }
    catch (cause) {
        throw unwritable(path, cause);
    }
}
function unwritable(subject, cause) {
    return fileFault('file-unwritable', { subject, detail: cause.message, cause });
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

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/command.js
var command = __nccwpck_require__(9635);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/file-command.js
var file_command = __nccwpck_require__(2902);
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

;// CONCATENATED MODULE: ./src/adapters/timer-pause.ts

/** Waits by the clock of this machine. */
function timerPause() {
    return {
        upTo: async (milliseconds) => {
            await (0,promises_namespaceObject.setTimeout)((milliseconds * (1 + Math.random())) / 2);
        },
    };
}

;// CONCATENATED MODULE: ./src/adapters/tool-cache.ts




/** What releases of Go programs call this machine. */
const SYSTEMS = { win32: 'windows' };
const ARCHITECTURES = { x64: 'amd64' };
/**
 * The programs of this machine: those on PATH, and those in the runner's tool cache, where what was fetched is kept. The cache checks
 * nothing, so what comes out of it is hashed each time: on a runner that lives on, an earlier job may have been there.
 */
function toolCache() {
    return {
        machine: `${SYSTEMS[(0,external_node_os_namespaceObject.platform)()] ?? (0,external_node_os_namespaceObject.platform)()}-${ARCHITECTURES[(0,external_node_os_namespaceObject.arch)()] ?? (0,external_node_os_namespaceObject.arch)()}`,
        onPath: (name) => Promise.resolve(executableOnPath(name)),
        sha256,
        kept: async ({ tool, version, sha256: wanted }) => {
            // outside of a runner there is none, which the package takes for an error of the program
            if ((process.env['RUNNER_TOOL_CACHE'] ?? '') === '')
                return undefined;
            const { find } = await __nccwpck_require__.e(/* import() */ 43).then(__nccwpck_require__.bind(__nccwpck_require__, 8043));
            const folder = find(tool, version.replace(/^v/, ''));
            if (folder === '')
                return undefined;
            const path = (0,external_node_path_namespaceObject.join)(folder, fileName(tool));
            return (await sha256(path)) === wanted ? path : undefined;
        },
        fetch: (executable) => fetchExecutable(executable),
    };
}
async function fetchExecutable({ tool, version, url, sha256: wanted, }) {
    const { cacheFile, downloadTool } = await __nccwpck_require__.e(/* import() */ 43).then(__nccwpck_require__.bind(__nccwpck_require__, 8043));
    const download = await downloadTool(url);
    try {
        const received = (await sha256(download)) ?? '';
        if (received !== wanted)
            return { received };
        (0,external_node_fs_namespaceObject.chmodSync)(download, 0o755);
        const folder = await cacheFile(download, fileName(tool), tool, version.replace(/^v/, ''));
        return { path: (0,external_node_path_namespaceObject.join)(folder, fileName(tool)) };
    }
    finally {
        (0,external_node_fs_namespaceObject.rmSync)(download, { force: true });
    }
}
function executableOnPath(name) {
    // a relative entry would find what the repository holds
    const folders = (process.env['PATH'] ?? '').split(external_node_path_namespaceObject.delimiter).filter(external_node_path_namespaceObject.isAbsolute);
    return folders.map((folder) => (0,external_node_path_namespaceObject.join)(folder, fileName(name))).find(isExecutable);
}
function isExecutable(path) {
    try {
        (0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.X_OK);
        return (0,external_node_fs_namespaceObject.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}
function fileName(tool) {
    return (0,external_node_os_namespaceObject.platform)() === 'win32' ? `${tool}.exe` : tool;
}
async function sha256(path) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    try {
        for await (const chunk of (0,external_node_fs_namespaceObject.createReadStream)(path))
            hash.update(chunk);
        return hash.digest('hex');
    }
    catch {
        return undefined;
    }
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
const evidence_sha256 = string({ pattern: SHA256_HEX, name: SHA256_HEX_FORM });
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
        sbom: object({ format: string(), sha256: evidence_sha256 }),
    }),
    'cosign-sign': object({
        format: oneOf('legacy', 'bundle'),
        signed: array(digest),
        skipped: array(digest),
        identity: string(),
        issuer: string(),
        logIndexes: array(integer()),
        predicates: array(object({ type: string(), sha256: evidence_sha256 })),
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
    files: array(object({ name: string({ pattern: /^(?!\.\.?$)[^/\\]+$/, name: 'a file name' }), sha256: evidence_sha256 })),
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

;// CONCATENATED MODULE: ./src/domain/signing/predicate-type.ts
/** The short names that cosign has for the types of JSON predicates, and what they stand for. */
const SHORT_NAMES = {
    cyclonedx: 'https://cyclonedx.org/bom',
    link: 'https://in-toto.io/Link/v1',
    openvex: 'https://openvex.dev/ns',
    slsaprovenance: 'https://slsa.dev/provenance/v0.2',
    slsaprovenance02: 'https://slsa.dev/provenance/v0.2',
    slsaprovenance1: 'https://slsa.dev/provenance/v1',
    spdxjson: 'https://spdx.dev/Document',
    vuln: 'https://cosign.sigstore.dev/attestation/vuln/v1',
};
/** What {@link predicateType} accepts, in words. */
const PREDICATE_TYPE_FORM = `${Object.keys(SHORT_NAMES).join(', ')} or a URI`;
const URI = /^[a-z][a-z0-9+.-]*:\/\/\S+$/i;
/**
 * The URI of a predicate type. Cosign is always given the URI: then every version takes the JSON as it is, where for some short names
 * it would read it into a struct and write another document.
 *
 * @example predicateType('spdxjson') === 'https://spdx.dev/Document'
 * @returns undefined for what is neither a short name nor a URI; cosign's `custom` and `spdx`, which are no JSON, are not known
 * @see https://github.com/sigstore/cosign/blob/main/cmd/cosign/cli/options/predicate.go
 */
function predicateType(text) {
    if (Object.hasOwn(SHORT_NAMES, text))
        return SHORT_NAMES[text];
    return URI.test(text) ? text : undefined;
}

;// CONCATENATED MODULE: ./src/domain/signing/attestation-lines.ts


const PLATFORM = /^([a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9.]+)?)\s+(.*)$/;
const LONGEST_SHOWN = 120;
/** One line, in words. */
const ATTESTATION_LINE_FORM = `[os/arch ]type=path[@sha256:<64 lower-case hex digits>], such as spdxjson=sbom.json or linux/arm64 spdxjson=arm64.json; type is ${PREDICATE_TYPE_FORM}`;
/**
 * Reads the lines of the input `attestations`. Blank lines are passed over; everything that is wrong is said at once. Type and path are
 * divided at the last `=`, because the URI of a type may hold one.
 *
 * @example parseAttestationLines('linux/arm64 spdxjson=arm64.json')
 *   // [{ platform: 'linux/arm64', type: 'https://spdx.dev/Document', path: 'arm64.json', sha256: undefined }]
 * @throws {RangeError} with the accepted form and every faulty line
 */
function parseAttestationLines(text) {
    const lines = text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: line.trim() }));
    const read = lines
        .filter((line) => line.text !== '')
        .map((line) => ({ ...line, request: parseLine(line.text) }));
    const problems = read.flatMap(({ number, text: shown, request }, index) => {
        if (request === undefined)
            return [problem(number, shown, 'it has another form')];
        const same = read.findIndex((other) => saysTheSame(other.request, request));
        return same < index ? [problem(number, shown, 'type and platform are those of an earlier line')] : [];
    });
    if (problems.length > 0) {
        throw new RangeError(`one line per predicate, ${ATTESTATION_LINE_FORM}; ${problems.join('; ')}`);
    }
    return read.flatMap(({ request }) => request ?? []);
}
function parseLine(line) {
    const [, platform, named] = PLATFORM.exec(line) ?? [];
    const rest = named ?? line;
    const divider = rest.lastIndexOf('=');
    const type = predicateType(rest.slice(0, Math.max(divider, 0)).trim());
    const pinned = pinnedPath(rest.slice(divider + 1).trim());
    return type === undefined || pinned === undefined ? undefined : { platform, type, ...pinned };
}
function pinnedPath(file) {
    try {
        return parsePinnedPath(file);
    }
    catch {
        return undefined;
    }
}
function saysTheSame(one, other) {
    return one?.type === other.type && one.platform === other.platform;
}
function problem(number, line, what) {
    const shown = line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN)}…`;
    return `line ${number}, ${JSON.stringify(shown)}: ${what}`;
}

;// CONCATENATED MODULE: ./src/domain/signing/cosign-release.ts
/** The release that is fetched where nothing else is asked for. */
const DEFAULT_COSIGN = 'v3.0.6';
/**
 * SHA-256 of the executables of releases, from the lists that sigstore/cosign-installer carries.
 *
 * @see https://github.com/sigstore/cosign-installer/blob/v3.7.0/action.yml (v2.4.1)
 * @see https://github.com/sigstore/cosign-installer/blob/v3.10.1/action.yml (v2.6.1)
 * @see https://github.com/sigstore/cosign-installer/blob/v4.1.2/action.yml (v3.0.6)
 */
const PINS = {
    'v2.4.1': {
        'linux-amd64': '8b24b946dd5809c6bd93de08033bcf6bc0ed7d336b7785787c080f574b89249b',
        'linux-arm64': '3b2e2e3854d0356c45fe6607047526ccd04742d20bd44afb5be91fa2a6e7cb4a',
    },
    'v2.6.1': {
        'linux-amd64': '064954c5d8c7e3b28188eee5b1727b31c411550bc5fefd41aa672d3c761d103a',
        'linux-arm64': '56a16480bdd56ec789abaa65924402f6b92c0041f06885995853c05567b76f34',
    },
    'v3.0.6': {
        'linux-amd64': 'c956e5dfcac53d52bcf058360d579472f0c1d2d9b69f55209e256fe7783f4c74',
        'linux-arm64': 'bedac92e8c3729864e13d4a17048007cfafa79d5deca993a43a90ffe018ef2b8',
    },
};
/** The versions whose digest is known here. */
const PINNED_COSIGNS = Object.keys(PINS);
/** What {@link parseCosignVersion} accepts, in words. */
const COSIGN_VERSION_FORM = `a release of cosign such as ${DEFAULT_COSIGN}`;
/** @throws {RangeError} with the accepted form */
function parseCosignVersion(text) {
    if (!/^v[23]\.\d+\.\d+$/.test(text))
        throw new RangeError(COSIGN_VERSION_FORM);
    return text;
}
/**
 * The release of a version for a machine.
 *
 * @param machine `linux-amd64`
 * @param given a SHA-256 that goes before the one that is known
 * @returns undefined where nothing says what the file has to hash to
 */
function cosignRelease(version, machine, given) {
    const pins = Object.hasOwn(PINS, version)
        ? PINS[version]
        : undefined;
    const sha256 = given ?? (pins && Object.hasOwn(pins, machine) ? pins[machine] : undefined);
    const asset = `cosign-${machine}${machine.startsWith('windows-') ? '.exe' : ''}`;
    return sha256 === undefined ? undefined : { version, asset, sha256 };
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

;// CONCATENATED MODULE: ./actions/cosign-sign/inputs.ts






const URL_FORM = 'the URL of a service, such as https://fulcio.example.com';
/** The inputs of action.yml, with the same defaults. */
const inputs = {
    service: required(using('the name of the service', (value) => ServiceName.parse(value))),
    images: required(lines(using(IMAGE_REFERENCE_FORM, (value) => ImageReference.parse(value)))),
    attestations: withDefault(using(ATTESTATION_LINE_FORM, parseAttestationLines), ''),
    recursive: withDefault(flag(), 'true'),
    'attestation-manifests': withDefault(input_spec_oneOf('skip', 'sign'), 'skip'),
    format: withDefault(input_spec_oneOf('legacy', 'bundle'), 'legacy'),
    'cosign-version': optional(using(COSIGN_VERSION_FORM, parseCosignVersion)),
    'cosign-sha256': optional(using(SHA256_HEX_FORM, parseSha256Hex)),
    'cosign-path': optional(input_spec_text('the path of an executable')),
    'fulcio-url': optional(using(URL_FORM, parseUrl)),
    'rekor-url': optional(using(URL_FORM, parseUrl)),
    'signing-config': optional(input_spec_text('a path')),
    'trusted-root': optional(input_spec_text('a path')),
    force: withDefault(flag(), 'false'),
};
/** The outputs of action.yml. */
const outputs = [
    'signed-digests',
    'skipped-digests',
    'certificate-identity',
    'certificate-oidc-issuer',
    'log-indexes',
    'verify-command',
    'evidence',
    'evidence-sha256',
];
function parseUrl(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const isService = url !== undefined && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
    if (!isService || url.username !== '' || url.password !== '')
        throw new RangeError(URL_FORM);
    return value.replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./src/domain/signing/cosign-command.ts
/**
 * Signs images, one after the other. What an index holds is not signed with it: each digest is named, so that none is signed twice and
 * none that is not meant.
 */
function signCommand(setup, request) {
    return writing(setup, request, ['sign', '--recursive=false'], request.images);
}
/**
 * Attests one predicate of one image.
 *
 * @param request `replace` takes all earlier attestations of the type away, whoever made them, in the legacy format
 */
function attestCommand(setup, request) {
    const { image, type, predicate, replace } = request;
    const words = ['attest', `--type=${type}`, `--predicate=${predicate}`, `--replace=${replace}`];
    return writing(setup, request, words, [image]);
}
/** Looks for signatures of one image: a cosign takes the format of the first for all of several. */
function verifyCommand(setup, { image, identity }) {
    return reading(setup, ['verify', ...identityFlags(identity)], image);
}
/** Looks for attestations of one type of one image. */
function verifyAttestationCommand(setup, request) {
    const { image, identity, type } = request;
    return reading(setup, ['verify-attestation', `--type=${type}`, ...identityFlags(identity)], image);
}
function writing(setup, { tokenFile, timeout }, words, images) {
    const token = [`--identity-token=${tokenFile}`, '--oidc-disable-ambient-providers=true'];
    const flags = [...formatFlags(setup), ...serviceFlags(setup), ...trustFlags(setup)];
    return {
        args: [...words, '--yes', `--timeout=${timeout}s`, ...token, ...flags, ...images],
        environment: trustEnvironment(setup),
    };
}
function reading(setup, words, image) {
    return {
        args: [...words, '--output=json', ...formatFlags(setup), ...trustFlags(setup), image],
        environment: trustEnvironment(setup),
    };
}
/** Whom a verification is asked to find. */
function identityFlags({ subject, issuer, repository }) {
    return [
        `--certificate-identity=${subject}`,
        `--certificate-oidc-issuer=${issuer}`,
        `--certificate-github-workflow-repository=${repository}`,
    ];
}
function formatFlags({ generation, format }) {
    return generation === 'v2' ? [] : [`--new-bundle-format=${format === 'bundle'}`];
}
/** A v3 asks for the public signing config unless it is told not to, and refuses URLs beside one. */
function serviceFlags({ generation, format, instance }) {
    const services = instance?.services;
    if (services?.kind === 'signing-config')
        return [`--signing-config=${services.path}`];
    const none = generation === 'v3' && (format === 'legacy' || services !== undefined);
    return [
        ...(none ? ['--use-signing-config=false'] : []),
        ...(services === undefined ? [] : [`--fulcio-url=${services.fulcio}`, `--rekor-url=${services.rekor}`]),
    ];
}
function trustFlags(setup) {
    return setup.instance === undefined || readsPem(setup)
        ? []
        : [`--trusted-root=${setup.instance.trustedRoot}`];
}
function trustEnvironment(setup) {
    if (setup.instance?.pem === undefined || !readsPem(setup))
        return {};
    const { fulcio, certificateLog, rekor } = setup.instance.pem;
    return {
        SIGSTORE_ROOT_FILE: fulcio,
        SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: certificateLog,
        SIGSTORE_REKOR_PUBLIC_KEY: rekor,
    };
}
/** Whether a cosign takes keys from PEM files in place of a trusted root, which a v2.6 reads for bundles alone. */
function readsPem({ generation, format }) {
    return format === 'legacy' && generation !== 'v3';
}

;// CONCATENATED MODULE: ./src/domain/signing/dsse-statement.ts

/**
 * The statement in an envelope of DSSE, whose signature somebody else has verified; undefined where there is none.
 *
 * @see https://github.com/secure-systems-lab/dsse/blob/master/envelope.md
 * @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
 */
function statementIn(envelope) {
    const payload = isRecord(envelope) ? envelope['payload'] : undefined;
    try {
        const bytes = Uint8Array.from(atob(String(payload)), (character) => character.charCodeAt(0));
        const statement = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        return isRecord(statement) ? statement : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/domain/signing/attested-predicates.ts


/** What {@link attestedPredicates} accepts, in words. */
const ATTESTATIONS_FORM = 'the envelopes that cosign verify-attestation prints, one JSON object per line';
/**
 * The predicates of one type in the output of a `cosign verify-attestation` that succeeded: what the identity asked for has attested.
 *
 * @param output standard output
 * @throws {RangeError} with the accepted form
 */
function attestedPredicates(output, type) {
    return output
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(statementOf)
        .filter(({ predicateType }) => predicateType === type)
        .map(({ predicate }) => predicate)
        .filter(isRecord);
}
function statementOf(line) {
    const statement = statementIn(attested_predicates_parsed(line));
    if (statement === undefined)
        throw new RangeError(ATTESTATIONS_FORM);
    return statement;
}
function attested_predicates_parsed(line) {
    try {
        return JSON.parse(line);
    }
    catch (cause) {
        throw new RangeError(ATTESTATIONS_FORM, { cause });
    }
}

;// CONCATENATED MODULE: ./src/domain/signing/predicate.ts

const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';
const ANY_DOCUMENT = { form: 'a JSON object', accepts: () => true, volatile: [] };
const KINDS = {
    'https://spdx.dev/Document': {
        form: 'an SPDX document as JSON, with spdxVersion',
        accepts: ({ spdxVersion }) => typeof spdxVersion === 'string' && spdxVersion.startsWith('SPDX-'),
        volatile: [['documentNamespace'], ['creationInfo', 'created']],
    },
    'https://cyclonedx.org/bom': {
        form: 'a CycloneDX document as JSON, with bomFormat CycloneDX',
        accepts: ({ bomFormat }) => bomFormat === 'CycloneDX',
        volatile: [['serialNumber'], ['metadata', 'timestamp']],
    },
    'https://cosign.sigstore.dev/attestation/vuln/v1': {
        form: 'a scan as cosign describes it, with scanner and metadata',
        accepts: ({ scanner, metadata }) => isRecord(scanner) && isRecord(metadata),
        volatile: [
            ['metadata', 'scanStartedOn'],
            ['metadata', 'scanFinishedOn'],
        ],
    },
    'https://openvex.dev/ns': {
        form: 'an OpenVEX document, with statements',
        accepts: ({ statements }) => Array.isArray(statements),
        volatile: [['@id'], ['timestamp'], ['last_updated']],
    },
    [TEST_RESULT]: {
        form: 'an in-toto test result, with result PASSED, WARNED or FAILED and a list configuration',
        accepts: ({ result, configuration }) => ['PASSED', 'WARNED', 'FAILED'].some((known) => known === result) && Array.isArray(configuration),
        // a profile with -covermode=atomic differs from run to run in its counts
        volatile: [['configuration', '*', 'digest']],
    },
};
/** What {@link parsePredicate} accepts for a type, in words. */
function predicateForm(type) {
    return predicate_kindOf(type).form;
}
/**
 * Reads a predicate, a JSON object of the form that its type has.
 *
 * @throws {RangeError} with the accepted form
 */
function parsePredicate(type, text) {
    const { form, accepts } = predicate_kindOf(type);
    const document = predicate_parsed(text);
    if (!isRecord(document))
        throw new RangeError(`${form}; it is no JSON object`);
    if (!accepts(document))
        throw new RangeError(form);
    return document;
}
/**
 * Whether two predicates of a type say the same: they are equal but for what every run makes anew, such as the time and the name space of
 * an SPDX document.
 *
 * @example
 * isSamePredicate('https://cyclonedx.org/bom', { bomFormat: 'CycloneDX', serialNumber: 'a' }, { bomFormat: 'CycloneDX', serialNumber: 'b' })
 */
function isSamePredicate(type, one, other) {
    const { volatile } = predicate_kindOf(type);
    const lasting = (document) => canonical(volatile.reduce(without, document));
    return lasting(one) === lasting(other);
}
function predicate_kindOf(type) {
    return (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? ANY_DOCUMENT;
}
function predicate_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function without(value, [first, ...rest]) {
    if (isList(value))
        return first === '*' ? value.map((entry) => without(entry, rest)) : value;
    if (!isRecord(value) || first === undefined)
        return value;
    const kept = Object.entries(value).filter(([name]) => name !== first || rest.length > 0);
    return Object.fromEntries(kept.map(([name, content]) => [name, name === first ? without(content, rest) : content]));
}
/** JSON with the fields in one order. */
function canonical(value) {
    if (isList(value))
        return `[${value.map(canonical).join(',')}]`;
    if (!isRecord(value))
        return JSON.stringify(value);
    const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${fields.map(([name, content]) => `${JSON.stringify(name)}:${canonical(content)}`).join(',')}}`;
}
function isList(value) {
    return Array.isArray(value);
}

;// CONCATENATED MODULE: ./src/domain/signing/cosign-failure.ts
/** In the order of precedence: what is certain comes before what a message may hold by chance. */
const SIGNS = [
    ['no-token', /using device flow/],
    ['tag-immutable', /ImageTagAlreadyExists|\bTAG_INVALID: |\btag is immutable\b/],
    ['entry-exists', /createLogEntryConflict/],
    ['cache-locked', /resource temporarily unavailable/],
    [
        'refused',
        /\b(?:UNAUTHORIZED|DENIED): |\b40[13] (?:Unauthorized|Forbidden)|processing the identity token/,
    ],
    [
        'unavailable',
        /\b(?:408|425|429|5\d\d) [A-Z<]|returned (?:429|5\d\d)\b|\[(?:429|5\d\d)\]|status code (?:408|425|429|5\d\d)\b|TOOMANYREQUESTS|\bUNAVAILABLE: |giving up after|unexpected EOF|: EOF\b|connection re(?:set|fused)|connection lost|broken pipe|stream error|timed out|[Tt]imeout|deadline exceeded|no such host|no route to host|network is unreachable|server misbehaving/,
    ],
    [
        'other-identity',
        /none of the expected identities matched|failed to verify certificate identity|expected GitHub Workflow Repository not found|certificate issuer extensions mismatch/,
    ],
    [
        'untrusted',
        /signed by unknown authority|leaf certificate verification failed|(?:ctfe|log) public key not found|verify 0 SCT entries|not enough verified log entries/,
    ],
    ['image-missing', /MANIFEST_UNKNOWN|unexpected status code 404/],
    ['other-type', /none of the attestations matched the predicate type/],
    // with anything behind it there was something, which could not be verified for a reason that is not known here
    [
        'nothing-found',
        /no signatures found|no valid bundles exist|no matching (?:attestations|signatures):?\s*$/m,
    ],
];
/**
 * Tells from its output why a cosign failed; its exit code says less, and differs between versions.
 *
 * @param output standard error
 */
function cosignFailure(output) {
    const words = output.replace(NAMES, '…');
    return SIGNS.find(([, sign]) => sign.test(words))?.[0] ?? 'unknown';
}
/** What others have named: identities, images and addresses say nothing of what happened, and can look as if they did. */
const NAMES = /got subjects \[[^\]]*\](?: with issuer \S+)?|\[[^\]]*@sha256:[^\]]*\]|\S+@sha256:[0-9a-f]+|https?:\/\/[^\s"]+(?<!:)|"https?:[^"]*"/g;
/** Whether another run may succeed without anything being changed. */
function isWorthRetrying(failure) {
    return ['unavailable', 'entry-exists', 'cache-locked'].includes(failure);
}

;// CONCATENATED MODULE: ./src/domain/signing/certificate-identity.ts

/** What {@link certificateIdentity} accepts, in words. */
const IDENTITY_TOKEN_FORM = 'a JSON Web Token of GitHub Actions with the claims iss, job_workflow_ref and repository';
/**
 * The identity that Fulcio will put into certificates for an identity token of a GitHub job. The job's workflow file is
 * named by `job_workflow_ref`, which inside a reusable workflow is the called one; a GitHub Enterprise Cloud with data
 * residency has an issuer of its own. The token is not verified: it is our own.
 *
 * @example
 * certificateIdentity(token).subject === 'https://github.com/org/bookstore/.github/workflows/catalog.yml@refs/heads/main'
 * @throws {RangeError} with the accepted form; it never repeats the token
 * @see https://github.com/sigstore/fulcio/blob/main/pkg/identity/github/principal.go
 */
function certificateIdentity(token) {
    const claims = claimsOf(token);
    const { iss, job_workflow_ref: workflow, repository } = claims;
    if (!certificate_identity_isText(iss) || !certificate_identity_isText(workflow) || !certificate_identity_isText(repository))
        throw new RangeError(IDENTITY_TOKEN_FORM);
    const [, enterprise] = DATA_RESIDENCY.exec(iss) ?? [];
    const server = enterprise === undefined ? 'https://github.com' : `https://${enterprise}.ghe.com`;
    return { subject: `${server}/${workflow}`, issuer: iss, repository };
}
/** Organisations of an enterprise on github.com have the claim `enterprise` too, so it is the issuer that tells. */
const DATA_RESIDENCY = /^https:\/\/token\.actions\.([a-z0-9-]+)\.ghe\.com$/;
function claimsOf(token) {
    const [, payload, ...rest] = token.split('.');
    try {
        const text = atob((payload ?? '').replaceAll('-', '+').replaceAll('_', '/'));
        const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
        const claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        if (isRecord(claims) && rest.length === 1)
            return claims;
    }
    catch {
        // what went wrong could hold a part of the token
    }
    throw new RangeError(IDENTITY_TOKEN_FORM);
}
function certificate_identity_isText(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./src/domain/signing/cosign-environment.ts
/** Variables that change what cosign does: viper reads a `COSIGN_<FLAG>` for every flag there is. */
const TAKEN_OUT = /^(?:COSIGN_|SIGSTORE_|TUF_|ACTIONS_ID_TOKEN_REQUEST_)/i;
/**
 * The environment of a cosign: what was inherited without anything that steers cosign, and what is added.
 *
 * @example cosignEnvironment({ PATH: '/bin', COSIGN_RECURSIVE: 'true' }, {}) gives { PATH: '/bin' }
 */
function cosignEnvironment(inherited, added) {
    const kept = Object.entries(inherited).filter((entry) => entry[1] !== undefined && !TAKEN_OUT.test(entry[0]));
    return { ...Object.fromEntries(kept), ...added };
}

;// CONCATENATED MODULE: ./actions/cosign-sign/failure-fault.ts


const CODES = {
    'nothing-found': 'signing-unavailable',
    'other-type': 'signature-not-found',
    'other-identity': 'signature-not-found',
    untrusted: 'signature-untrusted',
    unavailable: 'signing-unavailable',
    'entry-exists': 'signing-unavailable',
    'cache-locked': 'signing-unavailable',
    refused: 'signing-denied',
    'tag-immutable': 'registry-immutable',
    'no-token': 'token-unusable',
    unknown: 'cosign-failed',
};
const failure_fault_LONGEST_SHOWN = 400;
/** What a failure of cosign means for this action. */
function failureFault(subject, { failure, said }) {
    const detail = `cosign says: ${lastWords(said)}`;
    if (failure === 'image-missing')
        return registryFault('image-missing', { subject, detail });
    return signingFault(CODES[failure], { subject, detail });
}
/** The error that cosign ends with; before it stand warnings and progress. Its end says most, and it repeats every image. */
function lastWords(said) {
    const lines = said.split('\n').map((line) => line.trim());
    const words = lines.findLast((line) => /^(?:Error|error|main\.go:\d+: error)\b/.test(line)) ??
        lines.findLast((line) => line !== '');
    const short = (words ?? 'nothing').replace(/\[[^\]]*@sha256:[^\]]*\]/g, '[…]');
    return short.length <= failure_fault_LONGEST_SHOWN ? short : `…${short.slice(-failure_fault_LONGEST_SHOWN)}`;
}

;// CONCATENATED MODULE: ./actions/cosign-sign/cosign.ts





/** What Fulcio expects a token to be for. */
const AUDIENCE = 'sigstore';
/** Seconds: cosign's own limit for a run, and what every further manifest may take. */
const TIMEOUT = 180;
const TIMEOUT_PER_IMAGE = 30;
/** How often something is tried that may fail for a reason that can pass, and how long the first pause is. */
const cosign_TRIES = 5;
const cosign_FIRST_PAUSE = 1000;
/** The pause behind a try, in milliseconds. */
function pauseBehind(tries) {
    return cosign_FIRST_PAUSE * 2 ** (tries - 1);
}
/** The cosign of this run: one executable, one instance of sigstore, one identity. */
class Cosign {
    setup;
    #path;
    #folder;
    #ports;
    constructor(path, setup, folder, ports) {
        this.#path = path;
        this.setup = setup;
        this.#folder = folder;
        this.#ports = ports;
    }
    /**
     * Whom certificates of this job name.
     *
     * @throws {Fault} `token-unavailable`, `token-unusable`
     */
    async identity() {
        const token = await this.#ports.tokens.token(AUDIENCE);
        try {
            return certificateIdentity(token);
        }
        catch (cause) {
            throw signingFault('token-unusable', {
                subject: 'the identity token',
                detail: `it is not ${cause.message}`,
                cause,
            });
        }
    }
    /** Writes signatures or an attestation, with a token of its own. */
    async write(what, images, commandOf) {
        this.#ports.log.info(what);
        const tokenFile = await this.#folder.write('token', await this.#ports.tokens.token(AUDIENCE));
        const timeout = TIMEOUT + TIMEOUT_PER_IMAGE * images;
        const { exitCode, stderr } = await this.#run(commandOf({ tokenFile, timeout }));
        if (exitCode === 0)
            return undefined;
        this.#ports.log.info(stderr.trim());
        return { failure: cosignFailure(stderr), said: stderr };
    }
    /**
     * Verifies what is known to have signatures or attestations; what can pass is tried again.
     *
     * @throws {Fault} when it could not be found out
     */
    async read(subject, command) {
        for (let tries = 1;; tries++) {
            const { exitCode, stdout, stderr } = await this.#run(command);
            if (exitCode === 0)
                return { stdout };
            const trouble = { failure: cosignFailure(stderr), said: stderr };
            const again = isWorthRetrying(trouble.failure) || this.#cannotBe(trouble);
            if (!again && SAYS_NO.includes(trouble.failure))
                return trouble;
            if (!again || tries === cosign_TRIES)
                throw failureFault(subject, trouble);
            await this.#ports.pause.upTo(pauseBehind(tries));
        }
    }
    /**
     * Where there are bundles, a cosign that finds nothing was not given the list of them: it takes a failure for an empty list.
     *
     * @see https://github.com/giantswarm/retagger/pull/1239
     */
    #cannotBe({ failure }) {
        return this.setup.format === 'bundle' && failure === 'nothing-found';
    }
    async #run({ args, environment }) {
        this.#ports.log.debug(`cosign ${args.join(' ')}`);
        const ended = await this.#ports.commands.run(this.#path, args, (inherited) => cosignEnvironment(inherited, { ...environment, TUF_ROOT: `${this.#folder.path}/tuf` }));
        if (ended !== undefined)
            return ended;
        throw signingFault('cosign-unusable', { subject: this.#path, detail: 'it could not be started' });
    }
}
/** What a verification can say that is an answer: there is nothing of ours. */
const SAYS_NO = ['nothing-found', 'other-type', 'other-identity', 'untrusted'];

;// CONCATENATED MODULE: ./actions/cosign-sign/bring-about.ts



/**
 * Writes only what is missing, and looks again: also before another try, because a run that failed may have written. A registry may show a
 * moment late what was written, so it is given time.
 *
 * @param before what is there now
 * @returns what is there in the end, which the caller has to look at: cosign can say that it wrote what cannot be found
 * @throws {Fault} when cosign failed for a reason that does not pass, or failed again and again
 */
async function bringAbout(aim, before, pause) {
    let state = before;
    for (let tries = 1; !aim.isReached(state); tries++) {
        const trouble = await aim.write(state);
        if (trouble === undefined)
            return settled(aim, pause);
        if (!isWorthRetrying(trouble.failure))
            throw failureFault(aim.subject, trouble);
        await pause.upTo(pauseBehind(tries));
        state = await aim.look();
        if (tries === cosign_TRIES && !aim.isReached(state))
            throw failureFault(aim.subject, trouble);
    }
    return state;
}
async function settled({ look, isReached }, pause) {
    for (let tries = 1;; tries++) {
        const state = await look();
        if (isReached(state) || tries === cosign_TRIES)
            return state;
        await pause.upTo(pauseBehind(tries));
    }
}

;// CONCATENATED MODULE: ./src/domain/signing/bundle-entry.ts



/** The digest of the bundle that a manifest holds; undefined for another manifest. */
function bundleLayer(manifest) {
    const { layers } = bundle_entry_parsed(manifest);
    const [layer] = Array.isArray(layers) ? layers.filter(isRecord) : [];
    const digest = layer?.['digest'];
    return typeof digest === 'string' && DIGEST.test(digest) ? digest : undefined;
}
/**
 * Reads a bundle whose certificate names a subject. Cosign has verified that there is one, and does not tell which entry of the log it
 * has.
 *
 * @returns undefined for what is no such bundle
 * @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto
 */
function bundleEntry(bundle, subject) {
    const { verificationMaterial, dsseEnvelope } = bundle_entry_parsed(bundle);
    if (!isRecord(verificationMaterial))
        return undefined;
    const { certificate, tlogEntries } = verificationMaterial;
    const [entry] = Array.isArray(tlogEntries) ? tlogEntries.filter(isRecord) : [];
    const predicateType = statementIn(dsseEnvelope)?.['predicateType'];
    // protobuf leaves a 0 out
    const logIndex = entry === undefined ? Number.NaN : Number(entry['logIndex'] ?? 0);
    const der = isRecord(certificate) ? bytesOf(certificate['rawBytes']) : new Uint8Array();
    if (typeof predicateType !== 'string' || !Number.isSafeInteger(logIndex) || !names(der, subject)) {
        return undefined;
    }
    return { predicateType, logIndex };
}
/** The predicate type in an envelope of DSSE; undefined for anything else. */
function envelopeType(envelope) {
    const predicateType = statementIn(bundle_entry_parsed(envelope))?.['predicateType'];
    return typeof predicateType === 'string' ? predicateType : undefined;
}
/** Of a name that is a URI: its tag in a certificate (RFC 5280, section 4.2.1.6), and lengths beyond which DER needs more bytes. */
const URI_TAG = 0x86;
const SHORT = 0x80;
const ONE_BYTE = 0x100;
/** Whether a certificate holds the name, with its tag and its length: so no longer name is taken for it. */
function names(der, subject) {
    const text = new TextEncoder().encode(subject);
    const length = text.length < SHORT
        ? [text.length]
        : text.length < ONE_BYTE
            ? [SHORT + 1, text.length]
            : [SHORT + 2, text.length >> 8, text.length & 0xff];
    return latin(der).includes(latin(Uint8Array.of(URI_TAG, ...length, ...text)));
}
function latin(bytes) {
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
function bytesOf(base64) {
    try {
        return Uint8Array.from(atob(String(base64)), (character) => character.charCodeAt(0));
    }
    catch {
        return new Uint8Array();
    }
}
function bundle_entry_parsed(bytes) {
    try {
        const document = JSON.parse(new TextDecoder().decode(bytes));
        return isRecord(document) ? document : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./src/domain/signing/stored-signatures.ts


/** The tag under which cosign keeps what belongs to an image: signatures, attestations, or the list of its referrers. */
function signatureTag(digest, of) {
    const suffix = { signatures: '.sig', attestations: '.att', referrers: '' }[of];
    return `sha256-${digest.hex}${suffix}`;
}
/** What {@link attestationTypes} and {@link listedBundles} accept, in words. */
const STORED_FORM = 'a manifest of a registry as JSON';
/**
 * The predicate types that cosign noted at the layers of a manifest with attestations; undefined for a layer without the note.
 *
 * @throws {RangeError} with the accepted form
 */
function attestationTypes(manifest) {
    return entriesOf(stored_signatures_documentOf(manifest), 'layers').map(({ annotations }) => {
        const type = isRecord(annotations) ? annotations['predicateType'] : undefined;
        return typeof type === 'string' ? type : undefined;
    });
}
/**
 * The digests of the envelopes in a manifest with attestations.
 *
 * @throws {RangeError} with the accepted form
 */
function attestationLayers(manifest) {
    const digests = entriesOf(stored_signatures_documentOf(manifest), 'layers').map(({ digest }) => digest);
    if (digests.every((digest) => typeof digest === 'string' && DIGEST.test(digest)))
        return digests;
    throw new RangeError(STORED_FORM);
}
/** The type of a bundle; and what cosign up to 3.0.6 writes in its place into a list of referrers that it makes itself. */
const BUNDLE_TYPE = /^application\/vnd\.dev\.sigstore\.bundle\b|^application\/vnd\.oci\.empty\.v1\+json$/;
/**
 * The digests of the manifests with bundles that an index of referrers lists. A manifest lists none: GitLab takes the tag of the index for
 * the digest, and gives the image.
 *
 * @throws {RangeError} with the accepted form
 * @see https://github.com/sigstore/cosign/issues/4641
 * @see https://github.com/oras-project/oras-go/issues/1396
 */
function listedBundles(index) {
    const document = stored_signatures_documentOf(index);
    if (Object.hasOwn(document, 'config'))
        return [];
    return entriesOf(document, 'manifests')
        .filter(({ artifactType }) => typeof artifactType === 'string' && BUNDLE_TYPE.test(artifactType))
        .flatMap(({ digest }) => (typeof digest === 'string' && DIGEST.test(digest) ? [digest] : []));
}
function stored_signatures_documentOf(manifest) {
    let document;
    try {
        document = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(manifest));
    }
    catch (cause) {
        throw new RangeError(STORED_FORM, { cause });
    }
    if (!isRecord(document))
        throw new RangeError(STORED_FORM);
    return document;
}
function entriesOf(document, field) {
    const entries = document[field];
    if (!Array.isArray(entries) || !entries.every(isRecord))
        throw new RangeError(STORED_FORM);
    return entries;
}

;// CONCATENATED MODULE: ./src/domain/signing/verified-signatures.ts

/** The `critical.type` of signatures. An attestation has that of its predicate. */
const SIGNATURE_TYPES = {
    legacy: 'cosign container image signature',
    bundle: 'https://sigstore.dev/cosign/sign/v1',
};
/** What {@link verifiedSignatures} accepts, in words. */
const VERIFY_OUTPUT_FORM = 'the JSON list that cosign verify --output json prints';
/**
 * The signatures of an image in the output of a `cosign verify` that succeeded. In the bundle format it succeeds on any attestation
 * of the right identity too, so what is not a signature of this digest in this format is left out, and the list may be empty.
 *
 * @param output standard output
 * @throws {RangeError} with the accepted form
 */
function verifiedSignatures(output, digest, format) {
    return payloads(output)
        .filter(({ critical }) => isSignatureOf(critical, digest, SIGNATURE_TYPES[format]))
        .map(({ optional }) => ({ logIndex: logIndexOf(optional) }));
}
function payloads(output) {
    try {
        const list = JSON.parse(output);
        if (Array.isArray(list) && list.every(isRecord))
            return list;
    }
    catch (cause) {
        throw new RangeError(VERIFY_OUTPUT_FORM, { cause });
    }
    throw new RangeError(VERIFY_OUTPUT_FORM);
}
function isSignatureOf(critical, digest, type) {
    if (!isRecord(critical) || !isRecord(critical['image']))
        return false;
    return critical['type'] === type && critical['image']['docker-manifest-digest'] === digest.text;
}
function logIndexOf(optional) {
    const bundle = isRecord(optional) ? optional['Bundle'] : undefined;
    const payload = isRecord(bundle) ? bundle['Payload'] : undefined;
    const index = isRecord(payload) ? payload['logIndex'] : undefined;
    return Number.isSafeInteger(index) ? Number(index) : undefined;
}

;// CONCATENATED MODULE: ./actions/cosign-sign/neighbours.ts





/** Whether there can be legacy signatures of an image. */
async function hasSignatures(image, registry) {
    return (await registry.tagged(image, signatureTag(image.digest, 'signatures'))) !== undefined;
}
/** The predicate types of the legacy attestations of an image, of anyone; undefined for one that does not say. */
async function storedTypes(image, registry) {
    const manifest = await registry.tagged(image, signatureTag(image.digest, 'attestations'));
    return manifest === undefined ? [] : neighbours_readable(image, () => attestationTypes(manifest));
}
/**
 * The predicate types that the legacy attestations of an image really have, whatever is noted at them; undefined for one that cannot be
 * read. It is by these that cosign replaces.
 */
async function attestedTypes(image, registry) {
    const manifest = await registry.tagged(image, signatureTag(image.digest, 'attestations'));
    if (manifest === undefined)
        return [];
    const types = [];
    for (const digest of neighbours_readable(image, () => attestationLayers(manifest))) {
        const bytes = await registry.config(image.withDigest(digest)).catch((error) => {
            if (error instanceof Fault)
                return undefined;
            throw error;
        });
        types.push(bytes && envelopeType(bytes));
    }
    return types;
}
/** The manifests with bundles of an image, of signatures or attestations and of anyone. */
async function bundlesOf(image, registry) {
    const index = (await registry.referrers(image)) ??
        (await registry.tagged(image, signatureTag(image.digest, 'referrers')));
    return index === undefined ? [] : neighbours_readable(image, () => listedBundles(index));
}
/** How many bundles are looked into; Kyverno gives up at so many. */
const MOST_BUNDLES = 50;
/** The newest entry in the log of a signature that a subject made; undefined where its bundle does not tell, or is not read. */
async function bundleLogIndex(image, subject, registry) {
    const indexes = [];
    for (const digest of (await bundlesOf(image, registry)).slice(-MOST_BUNDLES)) {
        const { bytes } = await registry.manifest(image.withDigest(digest));
        const layer = bundleLayer(bytes);
        if (layer === undefined)
            continue;
        const entry = bundleEntry(await registry.config(image.withDigest(layer)), subject);
        if (entry?.predicateType === SIGNATURE_TYPES.bundle)
            indexes.push(entry.logIndex);
    }
    return indexes.length === 0 ? undefined : Math.max(...indexes);
}
function neighbours_readable(image, read) {
    try {
        return read();
    }
    catch (cause) {
        throw registryFault('manifest-malformed', {
            subject: image.toString(),
            detail: 'what the registry keeps beside it is no manifest',
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./actions/cosign-sign/attestations.ts






/**
 * Attests a predicate, unless this identity has attested one that says the same, and verifies it.
 *
 * @throws {Fault} unless it is attested in the end
 */
async function attestPredicate(attestation, world) {
    const { target } = attestation;
    let written = false;
    const seen = await bringAbout({
        subject: target.image.toString(),
        look: () => look(attestation, world),
        isReached: ({ isAttested }) => isAttested,
        write: async ({ own }) => {
            written = true;
            return attest(attestation, await mayReplace(attestation, own, world), world);
        },
    }, await look(attestation, world), world.pause);
    if (!seen.isAttested)
        throw lost(attestation, seen);
    return { ...attestation, written };
}
async function look({ target, predicate }, world) {
    const { cosign, identity, registry } = world;
    const { image } = target;
    const { type } = predicate.request;
    const nothing = { isAttested: false, own: 0, failure: undefined };
    const isLegacy = cosign.setup.format === 'legacy';
    const stored = isLegacy ? await storedTypes(image, registry) : [];
    const ofType = stored.filter((each) => each === undefined || each === type);
    if (isLegacy ? ofType.length === 0 : (await bundlesOf(image, registry)).length === 0)
        return nothing;
    const command = verifyAttestationCommand(cosign.setup, { image: image.toString(), identity, type });
    const read = await cosign.read(image.toString(), command);
    if ('failure' in read)
        return { ...nothing, failure: read.failure };
    const own = attestedPredicates(read.stdout, type);
    return {
        isAttested: own.some((document) => isSamePredicate(type, document, predicate.document)),
        own: own.length,
        failure: undefined,
    };
}
/** Whether an attestation may take the place of all earlier ones of its type: there are some, and all are ours. */
async function mayReplace({ target, predicate }, own, { cosign, registry }) {
    if (own === 0 || cosign.setup.format === 'bundle')
        return false;
    const types = await attestedTypes(target.image, registry);
    return types.filter((type) => type === undefined || type === predicate.request.type).length === own;
}
async function attest({ target, predicate }, replace, { cosign, folder }) {
    const image = target.image.toString();
    const { path, type } = predicate.request;
    // what was checked is what is attested, whatever becomes of the file
    const file = await folder.write('predicate.json', predicate.text);
    return cosign.write(`Attests ${path} as ${type} of\n  ${image} (${target.what})`, 1, (writing) => attestCommand(cosign.setup, { ...writing, image, type, predicate: file, replace }));
}
function lost({ target: { image }, predicate: { request } }, { failure }) {
    const subject = `${request.path} of ${image.toString()}`;
    return failure === 'untrusted'
        ? signingFault('signature-untrusted', {
            subject,
            detail: 'it was attested, and cosign does not trust the attestation',
        })
        : signingFault('signature-not-found', {
            subject,
            detail: 'it was attested, and cosign finds no such attestation of this job',
        });
}

;// CONCATENATED MODULE: ./src/domain/signing/cosign-generation.ts
/**
 * Reads the generation out of `cosign sign --help`, because a cosign that was built from source may not know its version. Releases from 3.1
 * on hide `--new-bundle-format`, so what tells a v3 is that it writes a `--bundle`.
 *
 * @returns undefined for what cannot sign an index with all it holds
 */
function cosignGeneration(signHelp) {
    if (!hasFlag(signHelp, '--recursive') || !hasFlag(signHelp, '--identity-token'))
        return undefined;
    if (hasFlag(signHelp, '--bundle'))
        return 'v3';
    return hasFlag(signHelp, '--new-bundle-format') ? 'v2.6' : 'v2';
}
/**
 * Whether bundles of a cosign are found in a registry without the referrers API. There a client writes the list of referrers itself, and
 * cosign up to 3.0.6 notes the wrong type in it, so that Kyverno finds no bundle; 3.1 does it right.
 *
 * @see https://github.com/sigstore/cosign/issues/4641
 */
function writesReadableReferrers(signHelp) {
    return cosignGeneration(signHelp) === 'v3' && !hasFlag(signHelp, '--new-bundle-format');
}
function hasFlag(help, flag) {
    return new RegExp(`^\\s+(?:-\\w, )?${flag}(?:[= ]|$)`, 'm').test(help);
}
/** Whether a cosign can write a format. */
function writesFormat(generation, format) {
    return format === 'legacy' || generation !== 'v2';
}

;// CONCATENATED MODULE: ./actions/cosign-sign/cosign-binary.ts




const RELEASES = 'https://github.com/sigstore/cosign/releases/download';
/**
 * The cosign to use: that of `cosign-path`; else the one on PATH, as long as it can do what is asked and is of the version that is asked
 * for; else a release, fetched once and checked.
 *
 * @throws {Fault} `cosign-unusable`, `cosign-not-pinned`, `cosign-altered`, `cosign-unavailable`
 */
async function cosignBinary(inputs, ports) {
    const { cosignPath: given, cosignVersion: asked, format } = inputs;
    if (given !== undefined)
        return named(given, inputs, ports);
    const onPath = await ports.executables.onPath('cosign');
    const isRight = onPath !== undefined && (await hasHash(onPath, inputs, ports));
    const usable = isRight ? await probe(onPath, format, ports) : undefined;
    if (usable !== undefined && (asked === undefined || (await isVersion(usable.path, asked, ports)))) {
        ports.log.info(`Takes the cosign on PATH, ${usable.path}.`);
        return usable;
    }
    return released(inputs, ports);
}
/** A program is not run before it was hashed, where it is said what it has to hash to. */
async function hasHash(path, { cosignSha256 }, { executables }) {
    return cosignSha256 === undefined || (await executables.sha256(path)) === cosignSha256;
}
async function named(path, { format, cosignSha256 }, ports) {
    if (cosignSha256 !== undefined) {
        const actual = await ports.executables.sha256(path);
        if (actual === undefined) {
            throw signingFault('cosign-unusable', {
                subject: path,
                detail: 'there is no such file, which could be hashed',
            });
        }
        if (actual !== cosignSha256)
            throw altered(path, cosignSha256, actual);
    }
    const binary = await probe(path, format, ports);
    if (binary !== undefined)
        return binary;
    throw signingFault('cosign-unusable', {
        subject: path,
        detail: `cosign-path names it, and it does not show with "sign --help" that it can write the format ${format}`,
    });
}
async function released(inputs, ports) {
    const { cosignVersion: version = DEFAULT_COSIGN, cosignSha256, format } = inputs;
    const { executables, log } = ports;
    const release = cosignRelease(version, executables.machine, cosignSha256);
    if (release === undefined) {
        throw signingFault('cosign-not-pinned', {
            subject: `cosign ${version} for ${executables.machine}`,
            detail: `known are ${PINNED_COSIGNS.join(', ')} for linux-amd64 and linux-arm64`,
        });
    }
    const executable = {
        tool: 'cosign',
        version,
        url: `${RELEASES}/${version}/${release.asset}`,
        sha256: release.sha256,
    };
    const kept = await executables.kept(executable);
    log.info(kept === undefined ? `Fetches ${executable.url}.` : `Takes cosign ${version} from the tool cache.`);
    const path = kept ?? (await fetched(executable, executables));
    const binary = await probe(path, format, ports);
    if (binary !== undefined)
        return binary;
    throw signingFault('cosign-unusable', {
        subject: `cosign ${version}`,
        detail: `it does not show with "sign --help" that it can write the format ${format}`,
        hint: 'Give a `cosign-version` of 2.6 or later for `format: bundle`, 2.4 or later for `legacy`.',
    });
}
async function fetched(executable, executables) {
    const { url, sha256 } = executable;
    let answer;
    try {
        answer = await executables.fetch(executable);
    }
    catch (cause) {
        throw signingFault('cosign-unavailable', { subject: url, detail: cause.message, cause });
    }
    if ('path' in answer)
        return answer.path;
    throw altered(url, sha256, answer.received);
}
/** What a program says that it can do; undefined for one that is no cosign, or cannot do what is asked. */
async function probe(path, format, { commands }) {
    const help = await commands.run(path, ['sign', '--help'], (inherited) => cosignEnvironment(inherited, {}));
    if (help?.exitCode !== 0)
        return undefined;
    const generation = cosignGeneration(help.stdout);
    if (generation === undefined || !writesFormat(generation, format))
        return undefined;
    return { path, generation, readableReferrers: writesReadableReferrers(help.stdout) };
}
async function isVersion(path, version, { commands }) {
    const told = await commands.run(path, ['version', '--json'], (inherited) => cosignEnvironment(inherited, {}));
    return told?.exitCode === 0 && told.stdout.includes(`"gitVersion": "${version}"`);
}
function altered(subject, wanted, actual) {
    return signingFault('cosign-altered', {
        subject,
        detail: `its SHA-256 is ${actual}, and has to be ${wanted}`,
    });
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
const manifest_LONGEST_SHOWN = 120;
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
        attestations: attestations.map(manifest_named),
        others: others.map(manifest_named),
    };
}
function manifest_named({ digest, fields: { artifactType, mediaType } }) {
    const type = [artifactType, mediaType].find((each) => typeof each === 'string');
    return { digest, mediaType: (type ?? 'without a type').slice(0, manifest_LONGEST_SHOWN) };
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
    return value === undefined ? 'not given' : JSON.stringify(value).slice(0, manifest_LONGEST_SHOWN);
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

;// CONCATENATED MODULE: ./actions/cosign-sign/predicates.ts



/** The public Rekor has refused attestations of a few megabytes, and says so in no words. */
const LARGE_BYTES = 3_000_000;
/** Larger than any predicate. */
const predicates_MAX_BYTES = 64 * 1024 * 1024;
/**
 * Reads the file of a line of `attestations`, and holds it against the line, its type and, for a coverage proof, this run.
 *
 * @throws {Fault} `predicate-missing`, `predicate-altered`, `predicate-invalid`, `predicate-foreign`
 */
async function readPredicate(request, service, context, files) {
    const { path, type } = request;
    const { bytes, sha256 } = await content(path, files);
    if (request.sha256 !== undefined && sha256 !== request.sha256) {
        const detail = `its SHA-256 is ${sha256}, and its line pins ${request.sha256}`;
        throw signingFault('predicate-altered', { subject: path, detail });
    }
    const text = textOf(path, bytes);
    const document = predicates_parsed(request, text);
    refuseHalfCharacters(path, document);
    if (type === TEST_RESULT)
        refuseForeign(path, document, service, context);
    return { request, text, document, sha256 };
}
async function content(path, files) {
    if ((await files.kind(path)) !== 'file') {
        throw signingFault('predicate-missing', { subject: path, detail: 'there is no such file' });
    }
    const file = files.open(path);
    const chunks = [];
    let size = 0;
    for await (const chunk of file.chunks) {
        size += chunk.length;
        if (size > predicates_MAX_BYTES) {
            throw signingFault('predicate-invalid', {
                subject: path,
                detail: `it has more than ${predicates_MAX_BYTES / 1024 / 1024} MiB, which no log takes`,
            });
        }
        // a chunk is valid until the next one is asked for
        chunks.push(chunk.slice());
    }
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
    }
    return { bytes, sha256: file.sha256() };
}
/** The text that is attested has to be the bytes that were hashed. */
function textOf(path, bytes) {
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch (cause) {
        throw signingFault('predicate-invalid', { subject: path, detail: 'it is not text in UTF-8', cause });
    }
}
/** In the place of half of a character cosign would write another one. */
function refuseHalfCharacters(path, document) {
    if (!/\\ud[89a-f][0-9a-f]{2}/i.test(JSON.stringify(document)))
        return;
    throw signingFault('predicate-invalid', { subject: path, detail: 'it holds half of a character, \\ud…' });
}
function predicates_parsed({ path, type }, text) {
    try {
        return parsePredicate(type, text);
    }
    catch (cause) {
        throw signingFault('predicate-invalid', {
            subject: path,
            detail: `its line says that it is of the type ${type}, and it is not ${predicateForm(type)}`,
            cause,
        });
    }
}
/** A proof of other figures would be as well signed as this run's own. */
function refuseForeign(path, { coverage }, service, { sha, runId }) {
    // a test result without figures is no coverage proof
    if (coverage === undefined)
        return;
    const proof = isRecord(coverage) ? coverage : {};
    const own = { service, sha, runId };
    const strange = Object.entries(own)
        .filter(([field, value]) => value === undefined || proof[field] !== value)
        .map(([field, value]) => `${field} ${JSON.stringify(proof[field])} where this run has ${JSON.stringify(value)}`);
    if (strange.length > 0) {
        throw signingFault('predicate-foreign', { subject: path, detail: `it has ${strange.join(', ')}` });
    }
}

;// CONCATENATED MODULE: ./actions/cosign-sign/plan.ts




/**
 * Finds out what is to be written, and whether it can be, before anything is: images and all they hold are read, and so are the
 * predicates.
 *
 * @throws {Fault} or {@link Faults}: all that is wrong
 */
async function planOf(inputs, request, context, { files, registry }) {
    const findings = new Findings();
    const graphs = [];
    for (const image of request.images) {
        const nodes = await findings.attempt(() => manifestsOf(image, inputs, registry));
        if (nodes === undefined)
            continue;
        graphs.push(nodes);
        if (inputs.recursive)
            await findings.attempt(() => {
                refuseUnknown(image, nodes);
            });
    }
    const attestations = [];
    for (const line of request.attestations) {
        const predicate = await findings.attempt(() => readPredicate(line, inputs.service.text, context, files));
        const [nodes] = graphs;
        if (predicate === undefined || nodes === undefined)
            continue;
        const attestation = await findings.attempt(() => ({ target: attested(predicate, nodes), predicate }));
        if (attestation !== undefined)
            attestations.push(attestation);
    }
    findings.refuse();
    const targets = graphs.flatMap((nodes) => signed(nodes, inputs));
    return {
        targets: [...new Map(targets.map((target) => [target.image.toString(), target])).values()],
        attestations,
    };
}
/** The manifests of an image, each once, and read where they are to be signed: none is signed that is not there. */
async function manifestsOf(image, { attestationManifests }, registry) {
    const nodes = await imageNodes(image, registry);
    const once = new Map(nodes.map((node) => [node.image.digest.text, node]));
    for (const node of once.values()) {
        if (node.kind === 'attestation' && attestationManifests === 'sign')
            await registry.manifest(node.image);
    }
    return [...once.values()];
}
/** What is not known may need a signature, or not be able to have one. */
function refuseUnknown(image, nodes) {
    const others = nodes.filter(({ kind }) => kind === 'other');
    if (others.length === 0)
        return;
    throw signingFault('image-holds-unknown', {
        subject: image.toString(),
        detail: `it names ${others.map((node) => `${node.image.digest.text} (${node.mediaType})`).join(', ')}`,
    });
}
/** The manifests of an image that get a signature. */
function signed([top, ...held], { recursive, attestationManifests }) {
    const asked = recursive
        ? held.filter(({ kind }) => kind !== 'other' && (kind !== 'attestation' || attestationManifests === 'sign'))
        : [];
    return [...(top === undefined ? [] : [top]), ...asked].map(targetOf);
}
/** The manifest that a predicate is about: that of its platform, or the image as a whole. */
function attested({ request: { path, platform } }, nodes) {
    const [top] = nodes;
    const platforms = nodes.filter((node) => node.kind === 'platform');
    const named = platform === undefined ? nodes.slice(0, 1) : platforms.filter((node) => node.platform?.text === platform);
    const [node, second] = named;
    if (node !== undefined && second === undefined)
        return targetOf(node);
    throw signingFault('image-lacks-attested-platform', {
        subject: path,
        detail: `its line names ${String(platform)}, and ${String(top?.image)} ${second === undefined ? 'is there for' : 'has more than one manifest for it:'} ${platforms.map((each) => `${String(each.platform)} (${each.image.digest.text})`).join(', ')}`,
    });
}
function targetOf({ image, kind, platform }) {
    if (kind === 'platform')
        return { image, what: String(platform) };
    return { image, what: kind === 'index' ? 'index' : 'attestation manifest' };
}

;// CONCATENATED MODULE: ./src/domain/signing/kyverno-policy.ts

/**
 * A Kyverno policy that admits the images of a repository only when this identity has signed them and attested the predicates. Kyverno
 * looks for legacy signatures unless it is told that they are bundles.
 *
 * @see https://kyverno.io/docs/policy-types/cluster-policy/verify-images/sigstore/
 */
function kyvernoPolicy({ service, names, format, identity, predicateTypes }) {
    const attestors = (indent) => [
        'attestors:',
        '  - entries:',
        '      - keyless:',
        `          subject: ${kyverno_policy_quoted(identity.subject)}`,
        `          issuer: ${kyverno_policy_quoted(identity.issuer)}`,
        // a reusable workflow signs for everyone who calls it
        '          additionalExtensions:',
        `            githubWorkflowRepository: ${kyverno_policy_quoted(identity.repository)}`,
    ].map((line) => `${indent}${line}`);
    const attestations = predicateTypes.flatMap((type) => [
        `            - type: ${kyverno_policy_quoted(type)}`,
        ...attestors('              '),
        ...(type === TEST_RESULT ? PASSED : []),
    ]);
    return [
        'apiVersion: kyverno.io/v1',
        'kind: ClusterPolicy',
        'metadata:',
        // a name of Kubernetes has no underscores
        `  name: ${service.replaceAll('_', '-')}-signed`,
        'spec:',
        '  webhookTimeoutSeconds: 30',
        '  rules:',
        '    - name: signed',
        '      match:',
        '        any:',
        '          - resources:',
        '              kinds: [Pod]',
        '      verifyImages:',
        ...(format === 'bundle'
            ? ['        - type: SigstoreBundle', '          imageReferences:']
            : ['        - imageReferences:']),
        // not `name*`, which would be about `name-admin` too
        ...names.flatMap((name) => [`${name}:*`, `${name}@*`].map((pattern) => `            - ${kyverno_policy_quoted(pattern)}`)),
        '          failureAction: Enforce',
        ...attestors('          '),
        ...(attestations.length === 0 ? [] : ['          attestations:', ...attestations]),
        '',
    ].join('\n');
}
/** A test result is worth nothing that says that tests failed. */
const PASSED = [
    '              conditions:',
    '                - all:',
    "                    - key: '{{ result }}'",
    '                      operator: Equals',
    '                      value: PASSED',
];
/** A YAML scalar in single quotes. */
function kyverno_policy_quoted(text) {
    return `'${text.replaceAll("'", "''")}'`;
}

;// CONCATENATED MODULE: ./actions/cosign-sign/verify-command-line.ts

/** A command that verifies an image, for a shell. */
function verifyCommandLine({ trustedRoot }, image, identity) {
    const words = [
        ...identityFlags(identity),
        ...(trustedRoot === undefined ? [] : [`--trusted-root=${trustedRoot}`]),
        image.toString(),
    ];
    return `cosign verify ${words.map(verify_command_line_quoted).join(' ')}`;
}
/** A word as a POSIX shell takes it literally. */
function verify_command_line_quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`;
}

;// CONCATENATED MODULE: ./actions/cosign-sign/summary.ts



/** The job summary: what is signed by whom, and how others hold it to that. */
function summaryOf(inputs, verified, headline) {
    const { identity, signed, attested } = verified;
    const { service, format, images, trustedRoot } = inputs;
    const ofImage = attested.filter(({ predicate }) => predicate.request.platform === undefined);
    const policy = kyvernoPolicy({
        service: service.text,
        names: [...new Set(images.map(({ name }) => name))],
        format,
        identity,
        predicateTypes: [...new Set(ofImage.map(({ predicate }) => predicate.request.type))],
    });
    return blocks(heading(3, md `Signatures of ${markdown_text(service.text)}: ${markdown_text('✅ verified')}`), markdown_text(headline), md `Signed as ${code(identity.subject)} by ${code(identity.issuer)}, format ${code(format)}.`, table(['manifest', 'what', 'signature', 'log index:'], signed.map(({ image, what, written, logIndex }) => [
        code(image.toString()),
        markdown_text(what),
        markdown_text(written ? 'made now' : 'was there'),
        markdown_text(String(logIndex ?? '–')),
    ])), table(['predicate', 'of', 'file', 'attestation'], attested.map(({ target, predicate, written }) => [
        code(predicate.request.type),
        markdown_text(target.what),
        code(`${predicate.request.path}@sha256:${predicate.sha256}`),
        markdown_text(written ? 'made now' : 'was there'),
    ])), details('Verify it yourself', codeBlock('sh', images.map((image) => verifyCommandLine(inputs, image, identity)).join('\n'))), details(trustedRoot === undefined
        ? 'A Kyverno policy that asks for this'
        : 'A Kyverno policy that asks for this; with an instance of your own, give each keyless its roots, rekor and ctlog', codeBlock('yaml', policy)));
}

;// CONCATENATED MODULE: ./actions/cosign-sign/report.ts



/** The report of images that are signed and attested. */
function toReport(inputs, verified) {
    const { identity, signed, attested } = verified;
    const headline = sentence(inputs, verified);
    const written = digests(signed.filter((target) => target.written));
    const skipped = digests(signed.filter((target) => !target.written));
    const [image, ...others] = inputs.images;
    return {
        conclusion: 'success',
        headline,
        log: [],
        outputs: {
            'signed-digests': written.join('\n'),
            'skipped-digests': skipped.join('\n'),
            'certificate-identity': identity.subject,
            'certificate-oidc-issuer': identity.issuer,
            'log-indexes': JSON.stringify(Object.fromEntries(logIndexes(signed))),
            'verify-command': inputs.images.map((each) => verifyCommandLine(inputs, each, identity)).join('\n'),
        },
        summary: summaryOf(inputs, verified, headline),
        annotations: attested.flatMap((each) => largeWarning(inputs, each)),
        files: [],
        evidence: {
            outcome: 'pass',
            reason: headline,
            ...(image !== undefined && others.length === 0 && { image: image.name, digest: image.digest.text }),
            details: {
                format: inputs.format,
                signed: written,
                skipped,
                identity: identity.subject,
                issuer: identity.issuer,
                logIndexes: logIndexes(signed).map(([, index]) => index),
                predicates: attested.map(({ predicate }) => ({
                    type: predicate.request.type,
                    sha256: predicate.sha256,
                })),
            },
        },
    };
}
/** `orders: 3 manifests signed and 2 predicates attested, all verified.` */
function sentence({ service }, { signed, attested }) {
    const parts = [counted('manifest', 'signed', signed), counted('predicate', 'attested', attested)];
    return `${service.text}: ${parts.filter((part) => part !== '').join(' and ')}, all verified.`;
}
function counted(thing, done, all) {
    if (all.length === 0)
        return '';
    const before = all.filter(({ written }) => !written).length;
    const things = `${all.length} ${thing}${all.length === 1 ? '' : 's'} ${done}`;
    if (before === 0)
        return things;
    return before === all.length ? `${things} before` : `${things}, ${before} of them before`;
}
function digests(targets) {
    return [...new Set(targets.map(({ image }) => image.digest.text))];
}
function logIndexes(signed) {
    return signed.flatMap(({ image, logIndex }) => logIndex === undefined ? [] : [[image.digest.text, logIndex]]);
}
/** Of what succeeded it is said as well: the next one may be larger. */
function largeWarning({ service, trustedRoot }, { predicate: { request, text } }) {
    if (trustedRoot !== undefined || text.length <= LARGE_BYTES)
        return [];
    return [
        {
            level: 'warning',
            title: 'cosign-sign',
            message: `${service.text}: ${request.path} has ${text.length} characters, and the public Rekor has refused attestations of that size. Leave files out of the SBOM (syft: SYFT_FILE_METADATA_SELECTION=none), or use an instance of your own.`,
        },
    ];
}

;// CONCATENATED MODULE: ./actions/cosign-sign/request.ts

/**
 * What the inputs ask for together.
 *
 * @throws {Fault} `input-invalid`, naming everything that contradicts itself
 */
function requestOf(inputs) {
    const problems = [...imageProblems(inputs), ...cosignProblems(inputs), ...instanceProblems(inputs)];
    if (problems.length > 0)
        throw inputFault(problems);
    return { images: inputs.images, attestations: inputs.attestations, instance: instanceOf(inputs) };
}
function imageProblems({ images, attestations, recursive, attestationManifests, }) {
    const names = images.map(String);
    const twice = names.find((name, index) => names.indexOf(name) < index);
    return [
        ...request_problem(images.length === 0, 'images', '', 'at least one image'),
        ...request_problem(twice !== undefined, 'images', twice ?? '', 'each image once'),
        ...request_problem(attestations.length > 0 && images.length > 1, 'attestations', `${attestations.length} lines`, `none, as images has ${images.length} lines and a predicate is about one image: use a step for each image`),
        ...request_problem(attestationManifests === 'sign' && !recursive, 'attestation-manifests', attestationManifests, 'skip, as recursive is false and the index alone is signed'),
    ];
}
function cosignProblems({ cosignPath, cosignVersion, cosignSha256 }) {
    return [
        ...request_problem(cosignPath !== undefined && cosignVersion !== undefined, 'cosign-version', cosignVersion ?? '', 'nothing, as cosign-path says which cosign is used'),
        ...request_problem(cosignSha256 !== undefined && cosignVersion === undefined && cosignPath === undefined, 'cosign-sha256', cosignSha256 ?? '', 'nothing without cosign-version or cosign-path, whose file it is about'),
    ];
}
function instanceProblems(inputs) {
    const { fulcioUrl, rekorUrl, signingConfig, trustedRoot, format } = inputs;
    const named = fulcioUrl ?? rekorUrl ?? signingConfig ?? trustedRoot;
    if (named === undefined)
        return [];
    const both = 'fulcio-url and rekor-url, or signing-config with format: bundle';
    const services = signingConfig === undefined ? fulcioUrl !== undefined && rekorUrl !== undefined : true;
    return [
        ...request_problem(trustedRoot === undefined, 'trusted-root', undefined, 'the path of the trusted root of the instance that the other inputs name'),
        ...request_problem(!services, 'fulcio-url', fulcioUrl, both),
        ...request_problem(signingConfig !== undefined && (fulcioUrl ?? rekorUrl) !== undefined, 'signing-config', signingConfig, `either ${both}`),
        ...request_problem(signingConfig !== undefined && format === 'legacy', 'signing-config', signingConfig, 'nothing with format: legacy, for which cosign takes fulcio-url and rekor-url'),
    ];
}
function instanceOf({ fulcioUrl, rekorUrl, signingConfig, trustedRoot, }) {
    if (trustedRoot === undefined)
        return undefined;
    const services = signingConfig === undefined
        ? { kind: 'urls', fulcio: fulcioUrl ?? '', rekor: rekorUrl ?? '' }
        : { kind: 'signing-config', path: signingConfig };
    return { services, trustedRoot };
}
function request_problem(wrong, input, seen, expected) {
    return wrong ? [{ input, seen, expected }] : [];
}

;// CONCATENATED MODULE: ./actions/cosign-sign/signatures.ts





/**
 * Signs what this identity has not signed yet, in one run of cosign, and verifies each manifest in a run of its own.
 *
 * @param force signs all of them once more
 * @throws {Fault} unless every one is signed in the end
 */
async function signTargets(targets, force, world) {
    const before = await lookAt(targets, world);
    const had = new Map(before.map(({ target, signatures }) => [target, signatures.length]));
    const isSigned = ({ target, signatures }) => signatures.length > (force ? (had.get(target) ?? 0) : 0);
    const after = await bringAbout({
        subject: String(targets[0]?.image),
        look: () => lookAt(targets, world),
        isReached: (seen) => seen.every(isSigned),
        write: (seen) => sign(seen.filter((each) => !isSigned(each)).map(({ target }) => target), world),
    }, before, world.pause);
    const signed = [];
    for (const seen of after) {
        if (!isSigned(seen))
            throw signatures_lost(seen);
        const { target, signatures } = seen;
        const logIndex = await signatures_logIndexOf(seen, world);
        signed.push({ ...target, logIndex, written: signatures.length > (had.get(target) ?? 0) });
    }
    return signed;
}
/** The newest, where there are several. */
async function signatures_logIndexOf({ target, signatures }, world) {
    const { cosign, identity, registry } = world;
    if (cosign.setup.format === 'bundle')
        return bundleLogIndex(target.image, identity.subject, registry);
    const known = signatures.flatMap(({ logIndex }) => logIndex ?? []);
    return known.length === 0 ? undefined : Math.max(...known);
}
async function lookAt(targets, world) {
    const seen = [];
    for (const target of targets)
        seen.push({ target, ...(await signaturesOf(target, world)) });
    return seen;
}
async function signaturesOf({ image }, world) {
    const { cosign, identity, registry } = world;
    const { format } = cosign.setup;
    const any = format === 'legacy' ? await hasSignatures(image, registry) : (await bundlesOf(image, registry)).length > 0;
    if (!any)
        return { signatures: [], failure: undefined };
    const command = verifyCommand(cosign.setup, { image: image.toString(), identity });
    const read = await cosign.read(image.toString(), command);
    if ('failure' in read)
        return { signatures: [], failure: read.failure };
    return { signatures: verifiedSignatures(read.stdout, image.digest, format), failure: undefined };
}
function sign(targets, { cosign }) {
    const images = targets.map(({ image }) => image.toString());
    const shown = targets.map(({ image, what }) => `  ${image.toString()} (${what})`);
    return cosign.write(['Signs', ...shown].join('\n'), images.length, (writing) => signCommand(cosign.setup, { ...writing, images }));
}
function signatures_lost({ target: { image, what }, failure }) {
    const subject = `${image.toString()} (${what})`;
    return failure === 'untrusted'
        ? signingFault('signature-untrusted', {
            subject,
            detail: 'it was signed, and cosign does not trust the signature',
        })
        : signingFault('signature-not-found', {
            subject,
            detail: 'it was signed, and cosign finds no signature of this job',
        });
}

;// CONCATENATED MODULE: ./src/domain/signing/trusted-root.ts

/** What {@link checkTrustedRoot} accepts, in words. */
const TRUSTED_ROOT_FORM = 'a trusted root of sigstore as JSON (application/vnd.dev.sigstore.trustedroot+json) with certificateAuthorities and tlogs';
/** What {@link trustedKeys} accepts, in words. */
const SINGLE_LOG_FORM = `${TRUSTED_ROOT_FORM}, and with one tlog and one ctlog whose key is still valid`;
const LINE = 64;
/**
 * Takes a trusted root for one; whether it is right is for cosign to say.
 *
 * @throws {RangeError} with the accepted form
 */
function checkTrustedRoot(text) {
    const root = trusted_root_parsed(text);
    if (recordsAt(root, 'certificateAuthorities').length === 0 || recordsAt(root, 'tlogs').length === 0) {
        throw new RangeError(TRUSTED_ROOT_FORM);
    }
}
/**
 * Takes the keys out of a trusted root. Cosign reads one key from each file, so of several logs the one counts whose key has no end.
 *
 * @param text the trusted root, protobuf JSON
 * @throws {RangeError} with the accepted form
 * @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_trustroot.proto
 */
function trustedKeys(text) {
    const root = trusted_root_parsed(text);
    const certificates = recordsAt(root, 'certificateAuthorities').flatMap((authority) => recordsAt(authority['certChain'], 'certificates').map((certificate) => textAt(certificate, 'rawBytes')));
    if (certificates.length === 0)
        throw new RangeError(SINGLE_LOG_FORM);
    return {
        fulcio: certificates.map((bytes) => pem('CERTIFICATE', bytes)).join(''),
        certificateLog: pem('PUBLIC KEY', keyOf(recordsAt(root, 'ctlogs'))),
        rekor: pem('PUBLIC KEY', keyOf(recordsAt(root, 'tlogs'))),
    };
}
function trusted_root_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new RangeError(TRUSTED_ROOT_FORM, { cause });
    }
}
/** Base64 of the one key that has no end. */
function keyOf(logs) {
    const keys = logs.map(({ publicKey }) => publicKey).filter(isRecord);
    const [key, ...others] = keys.filter(({ validFor }) => !isRecord(validFor) || validFor['end'] === undefined);
    if (key === undefined || others.length > 0)
        throw new RangeError(SINGLE_LOG_FORM);
    return textAt(key, 'rawBytes');
}
function recordsAt(value, name) {
    const list = isRecord(value) ? value[name] : undefined;
    return Array.isArray(list) ? list.filter(isRecord) : [];
}
function textAt(fields, name) {
    const value = fields[name];
    if (typeof value !== 'string' || !/^[A-Za-z0-9+/]+=*$/.test(value))
        throw new RangeError(SINGLE_LOG_FORM);
    return value;
}
/** PEM is base64 of the same bytes in short lines. */
function pem(label, base64) {
    const lines = Array.from({ length: Math.ceil(base64.length / LINE) }, (_, index) => base64.slice(index * LINE, (index + 1) * LINE));
    return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}

;// CONCATENATED MODULE: ./actions/cosign-sign/trust.ts


/**
 * Lays out what cosign has to know of an instance that is not the public one: copies of its files, and the keys of the trusted root as
 * PEM, for a cosign that does not read it. Only then the root may have no more than one log of a kind.
 *
 * @throws {Fault} `trusted-root-unusable`
 */
async function layOutTrust({ services, trustedRoot }, needsPem, folder, files) {
    const root = await trust_textOf('trusted-root', trustedRoot, files);
    readAs(trustedRoot, () => {
        checkTrustedRoot(root);
    });
    const pem = needsPem
        ? await writeKeys(readAs(trustedRoot, () => trustedKeys(root)), folder)
        : undefined;
    return {
        services: services.kind === 'urls'
            ? services
            : {
                ...services,
                path: await folder.write('signing-config.json', await trust_textOf('signing-config', services.path, files)),
            },
        trustedRoot: await folder.write('trusted-root.json', root),
        pem,
    };
}
async function writeKeys({ fulcio, certificateLog, rekor }, folder) {
    return {
        fulcio: await folder.write('fulcio.pem', fulcio),
        certificateLog: await folder.write('certificate-log.pub', certificateLog),
        rekor: await folder.write('rekor.pub', rekor),
    };
}
async function trust_textOf(input, path, files) {
    const text = await files.readText(path);
    if (text !== undefined)
        return text;
    throw signingFault('trusted-root-unusable', {
        subject: path,
        detail: `${input} names it, and there is no such file`,
    });
}
/** What cosign does not read it says nothing of: then there are no signatures. */
function readAs(path, read) {
    try {
        return read();
    }
    catch (cause) {
        throw signingFault('trusted-root-unusable', {
            subject: path,
            detail: `it is not ${cause.message}`,
            cause,
        });
    }
}

;// CONCATENATED MODULE: ./actions/cosign-sign/sign.ts










/** Signs images and attests predicates about them, unless that was done before, and verifies all of it. */
async function sign_sign(inputs, context, ports) {
    const request = requestOf(inputs);
    refuseWithoutToken(context, ports.tokens);
    // both take their time, and neither waits for the other; what is wrong with the images is said first
    const finding = cosignBinary(inputs, ports);
    finding.catch(() => undefined);
    const plan = await planOf(inputs, request, context, ports);
    const binary = await finding;
    await refuseUnreadableBundles(inputs, request, binary, ports.registry);
    return ports.folders.within(async (folder) => {
        const setup = await setupOf(inputs, request, binary, folder, ports.files);
        return sign_write(inputs, plan, new Cosign(binary.path, setup, folder, ports), folder, ports);
    });
}
/** Without a token cosign would ask a person, and wait. */
function refuseWithoutToken({ event, job }, { allowed }) {
    if (allowed)
        return;
    throw signingFault('token-not-allowed', {
        subject: job === undefined ? 'this job' : `job ${job}`,
        detail: `ACTIONS_ID_TOKEN_REQUEST_URL is not set${event === undefined ? '' : `, on ${event}`}`,
    });
}
/** Bundles that no verifier finds are worse than none. */
async function refuseUnreadableBundles({ format }, { images }, { readableReferrers }, registry) {
    if (format === 'legacy' || readableReferrers)
        return;
    for (const image of images) {
        if ((await registry.referrers(image)) !== undefined)
            continue;
        throw signingFault('bundle-unreadable', {
            subject: image.registry,
            detail: 'it answered 404 for the referrers of the image',
        });
    }
}
async function setupOf({ format }, { instance }, { generation }, folder, files) {
    const needsPem = readsPem({ generation, format });
    return {
        generation,
        format,
        instance: instance && (await layOutTrust(instance, needsPem, folder, files)),
    };
}
/** One after the other: cosign loses signatures when two of it write at once. */
async function sign_write(inputs, plan, cosign, folder, { registry, pause }) {
    const identity = await cosign.identity();
    const world = { cosign, identity, registry, folder, pause };
    const signed = await signTargets(plan.targets, inputs.force, world);
    const attested = [];
    for (const attestation of plan.attestations)
        attested.push(await attestPredicate(attestation, world));
    return toReport(inputs, { identity, signed, attested });
}

;// CONCATENATED MODULE: ./actions/cosign-sign/main.ts












/** Runs cosign-sign on this machine. */
async function run() {
    const shell = systemShell();
    const { workspace, temp } = shell.runner.context();
    const onSecret = (secret) => {
        shell.log.mask(secret);
    };
    const pause = timerPause();
    await execute({ name: 'cosign-sign', inputs: inputs, outputs: outputs, files: [], run: sign_sign }, shell, {
        files: nodeFiles(workspace),
        registry: httpRegistry({ log: shell.log, onSecret, patience: UNHURRIED_PATIENCE }),
        commands: execCommands(),
        executables: toolCache(),
        tokens: githubIdentityTokens(pause, onSecret),
        folders: privateFolders(temp),
        pause,
        log: shell.log,
    });
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 9635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ issueCommand)
/* harmony export */ });
/* unused harmony export issue */
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(857);
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

/***/ 2902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ issueFileCommand),
/* harmony export */   v: () => (/* binding */ prepareKeyValueMessage)
/* harmony export */ });
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(857);
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
/* harmony export */   E: () => (/* binding */ toCommandValue)
/* harmony export */ });
/* unused harmony export toCommandProperties */
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
/******/ var __webpack_exports__ = __nccwpck_require__(170);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
