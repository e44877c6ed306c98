import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 8794:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9191);

await (0,_main_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .e)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 9191:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run)
});

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

;// CONCATENATED MODULE: ./src/domain/shared/github-faults.ts

/** What goes wrong between an action and GitHub's API. */
const GITHUB_FAULTS = {
    'github-token-refused': {
        class: 'configuration',
        meaning: 'GitHub does not know the token',
        cure: 'Mint the token in the same job: one of an App ends after an hour, and one of another host is not known.',
    },
    'github-permission-missing': {
        class: 'configuration',
        meaning: 'The token lacks a permission',
        cure: 'Give it the permission that is named.',
    },
    'github-not-found': {
        class: 'configuration',
        meaning: 'The repository is not there, or the token may not see it',
        cure: 'Check the name, and that the token is for this repository: GITHUB_TOKEN reaches its own repository only.',
    },
    'github-refused': {
        class: 'policy',
        meaning: 'GitHub refused a request for a reason of its own',
        cure: 'Do what its message says; rules of the repository are listed under Settings, Rules.',
    },
    'github-throttled': {
        class: 'infrastructure',
        meaning: 'GitHub allows this token no more requests for a while',
        cure: 'Run the job again later; an App of its own has a rate limit of its own.',
    },
    'github-unavailable': {
        class: 'infrastructure',
        meaning: 'GitHub did not answer, or not with what it promises',
        cure: 'Run the job again; see the status page of GitHub.',
    },
};
const githubFault = faultsOf(GITHUB_FAULTS);
/** GitHub could not do it now, and may be able to in a while: everything is to be read anew then. */
class GitHubBusy extends Fault {
    /** How long GitHub asks to wait, in seconds; undefined where it did not say. */
    retryAfter;
    constructor(code, detail, retryAfter, cause) {
        const { class: faultClass, cure } = GITHUB_FAULTS[code];
        super({ code, class: faultClass, subject: 'GitHub', detail, hint: cure }, cause);
        this.retryAfter = retryAfter;
    }
}

;// CONCATENATED MODULE: ./src/adapters/github/github-errors.ts



/** GitHub's own reasons: a state or a rule that a request does not fit. The token and the world are not among them. */
const REFUSALS = new Set([405, 409, 422]);
/** Whether GitHub understood the request and said no. */
function isRefusal(error) {
    return isAnswer(error) && REFUSALS.has(error.status);
}
/** The fault for an answer that is not a success, or for none at all. */
function refusedAnswer(correspondent, route, error) {
    if (error instanceof Fault)
        return error;
    if (!isAnswer(error))
        return unavailable(route, error);
    const { status, message } = error;
    const limit = rateLimitOf(error);
    if (limit !== undefined)
        return limit;
    const { repository, input } = correspondent;
    const occasion = { subject: repository, detail: `${route}: ${message}`, cause: error };
    if (status === 401) {
        const hint = `Mint \`${input}\` in the same job: one of an App ends after an hour, and one of another host is not known.`;
        return githubFault('github-token-refused', { ...occasion, hint });
    }
    if (status === 403)
        return missingPermission(correspondent, route, error);
    if (status === 404)
        return githubFault('github-not-found', occasion);
    if (status >= 500)
        return unavailable(route, error);
    return githubFault('github-refused', { ...occasion, detail: `${route}: ${status}: ${message}` });
}
/** The fault for a limit that GraphQL reports. */
function busyAnswer(message) {
    return new GitHubBusy('github-throttled', message);
}
/**
 * The primary limit says what is left and until when, the secondary one how long to wait.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function rateLimitOf({ status, message, response }) {
    if (status !== 403 && status !== 429)
        return undefined;
    const header = (name) => {
        const value = response?.headers[name];
        return value === undefined || !/^\d+$/.test(String(value)) ? undefined : Number(value);
    };
    const retryAfter = header('retry-after');
    if (retryAfter !== undefined)
        return new GitHubBusy('github-throttled', message, retryAfter);
    const isSpent = header('x-ratelimit-remaining') === 0;
    if (!isSpent)
        return status === 429 ? new GitHubBusy('github-throttled', message, 60) : undefined;
    const reset = header('x-ratelimit-reset');
    const now = Math.floor(Date.now() / 1000);
    return new GitHubBusy('github-throttled', message, reset === undefined ? 60 : Math.max(1, reset - now));
}
/** GitHub says in a header which permission the request wants. */
function missingPermission(correspondent, route, error) {
    const accepted = error.response?.headers['x-accepted-github-permissions'];
    const wanted = typeof accepted === 'string' ? accepted.replaceAll('=', ': ').replaceAll('; ', ' or ') : '';
    return githubFault('github-permission-missing', {
        subject: correspondent.repository,
        detail: `${route}: ${error.message}`,
        ...(wanted !== '' && { hint: permissionHint(correspondent, wanted) }),
        cause: error,
    });
}
/** @param permission such as `contents: write` */
function permissionHint({ repository, input }, permission) {
    return `Give \`${input}\` the permission ${permission} on ${repository}.`;
}
function unavailable(route, error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new GitHubBusy('github-unavailable', `${route}: ${reason}`, undefined, error);
}
function isAnswer(error) {
    return (error instanceof Error &&
        'status' in error &&
        typeof error.status === 'number' &&
        // Octokit reports a request that had no answer as 500, without a response
        'response' in error &&
        isRecord(error.response));
}

;// CONCATENATED MODULE: ./src/adapters/github/github-client.ts



/** An answer that is longer in coming than this, in milliseconds, does not come. */
const PATIENCE = 30_000;
/** GraphQL's errors that are not about the token: the reason of GitHub. */
class GraphQlRefusal extends Error {
    constructor(message) {
        super(message);
        this.name = 'GraphQlRefusal';
    }
}
function githubClient({ apiUrl, token, ...correspondent }) {
    let loaded;
    const octokit = () => (loaded ??= connect(apiUrl, token));
    const send = async (route, parameters) => {
        const { request } = await octokit();
        const options = { ...parameters, request: { signal: AbortSignal.timeout(PATIENCE) } };
        const { data } = (await request(route, options));
        // an answer that broke off is handed on as text
        if (typeof data === 'string' && data !== '')
            throw new GitHubBusy('github-unavailable', `${route} was answered with what is no JSON`);
        return data;
    };
    return {
        rest: (route, parameters) => send(route, parameters).catch((error) => {
            throw refusedAnswer(correspondent, route, error);
        }),
        ask: async (route, parameters) => {
            try {
                return { data: await send(route, parameters) };
            }
            catch (error) {
                if (isRefusal(error))
                    return { refused: error.message };
                throw refusedAnswer(correspondent, route, error);
            }
        },
        graphql: async (query, variables, permission) => {
            const graphqlUrl = `${apiUrl.replace(/\/v3$/, '')}/graphql`;
            const answer = await send(`POST ${graphqlUrl}`, { query, variables }).catch((error) => {
                throw refusedAnswer(correspondent, 'POST /graphql', error);
            });
            return graphqlData(answer, permission, correspondent);
        },
    };
}
async function connect(apiUrl, token) {
    const { GitHub: OctokitOfActions, getOctokitOptions } = await __nccwpck_require__.e(/* import() */ 845).then(__nccwpck_require__.bind(__nccwpck_require__, 1845));
    const options = { baseUrl: apiUrl };
    return new OctokitOfActions(token === undefined ? options : getOctokitOptions(token, options));
}
function graphqlData(answer, permission, correspondent) {
    if (!isRecord(answer))
        throw new GitHubBusy('github-unavailable', 'GraphQL was answered with nothing');
    const errors = Array.isArray(answer['errors'])
        ? answer['errors'].filter(isRecord)
        : [];
    const [error] = errors;
    if (error !== undefined)
        throw graphqlError(error, errors, permission, correspondent);
    if (!isRecord(answer['data']))
        throw new GitHubBusy('github-unavailable', 'GraphQL was answered without data');
    return answer['data'];
}
function graphqlError(error, all, permission, correspondent) {
    const message = all.map(({ message: text }) => (typeof text === 'string' ? text : 'no reason')).join('; ');
    switch (error['type']) {
        case 'RATE_LIMITED':
            return busyAnswer(message);
        case 'FORBIDDEN':
            return githubFault('github-permission-missing', {
                subject: correspondent.repository,
                detail: message,
                hint: permissionHint(correspondent, permission),
            });
        case 'NOT_FOUND':
            return githubFault('github-not-found', { subject: correspondent.repository, detail: message });
        default:
            return /something went wrong|timeout|timed out/i.test(message)
                ? new GitHubBusy('github-unavailable', message)
                : new GraphQlRefusal(message);
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/domain/gitops/faults.ts

/** Why the text of a kustomization cannot be edited. */
const KUSTOMIZATION_FAULTS = {
    'kustomization-encoding': {
        class: 'configuration',
        meaning: 'The kustomization is not UTF-8, or holds characters that YAML readers do not agree on',
        cure: 'Save the file as UTF-8 with LF or CRLF line ends and without control characters.',
    },
    'kustomization-malformed': {
        class: 'configuration',
        meaning: 'The kustomization is not a YAML mapping that every YAML reader understands alike',
        cure: 'Correct the line in the GitOps repository; kustomize build shows whether it is well again.',
    },
    'kustomization-documents': {
        class: 'configuration',
        meaning: 'The kustomization holds several documents, directives or a document end',
        cure: 'Keep one document per kustomization: kustomize reads the first and drops the rest.',
    },
    'kustomization-refused': {
        class: 'configuration',
        meaning: 'kustomize itself would refuse the kustomization: an unknown field, a value of another type, a wrong kind',
        cure: 'Correct the field; numbers, dates and words such as yes or on that are meant as text belong in quotes.',
    },
    'kustomization-duplicate': {
        class: 'configuration',
        meaning: 'A key or the name of an image stands twice; kustomize would silently drop one of them',
        cure: 'Remove the one that is not meant.',
    },
    'kustomization-style': {
        class: 'configuration',
        meaning: 'The images are written in a way that cannot be changed line by line',
        cure: 'Write the list in block style, one field per line, without anchors, aliases and tags; kustomize edit fix does so.',
    },
};
/** Why an overlay cannot be bumped. Nothing is written then. */
const GITOPS_FAULTS = {
    ...KUSTOMIZATION_FAULTS,
    'kustomization-several': {
        class: 'configuration',
        meaning: 'The overlay holds several kustomizations; kustomize would refuse it',
        cure: 'Keep one of kustomization.yaml, kustomization.yml and Kustomization.',
    },
    'kustomization-irregular': {
        class: 'configuration',
        meaning: 'The kustomization is a symbolic link or no file',
        cure: 'Put a regular file in its place, or name the folder that the link points to.',
    },
    'kustomization-too-large': {
        class: 'configuration',
        meaning: 'The kustomization is too large to be read by API',
        cure: 'Move patches and generators into files of their own.',
    },
    'overlay-missing': {
        class: 'configuration',
        meaning: 'The overlay is not in the GitOps repository, or holds no kustomization',
        cure: 'Correct `overlay`, or `base` where it is on another branch; the path is relative to the root of the repository.',
    },
    'base-missing': {
        class: 'configuration',
        meaning: 'The base branch is not in the GitOps repository',
        cure: 'Correct `base`, or create the branch.',
    },
    'record-unreadable': {
        class: 'policy',
        meaning: 'The commit that is recorded beside a digest cannot be read, so that nobody can tell which is newer',
        cure: 'Correct the comment to `# <full ref> <40 hex digits>`, or remove it to let the next bump go without a guard.',
    },
    'source-unknown': {
        class: 'infrastructure',
        meaning: 'Two commits of the source repository cannot be compared',
        cure: 'Check `source-token` (contents: read) and whether the recorded commit still exists; after a rewritten history remove the comment beside the digest.',
    },
    'run-unknown': {
        class: 'configuration',
        meaning: 'The run does not say its repository, commit or ref',
        cure: 'Run the action in a workflow, or set GITHUB_REPOSITORY, GITHUB_SHA and GITHUB_REF.',
    },
    'promotion-refused': {
        class: 'policy',
        meaning: 'What the overlay of `promote-from` holds is not what this ref may deploy',
        cure: 'Tag a commit of a release branch that contains what the other overlay deploys.',
    },
    'approval-stays': {
        class: 'policy',
        meaning: 'An approval of another digest cannot be dismissed, and no rule of the base dismisses it on push',
        cure: 'Let the token dismiss reviews, or require on the base that a push dismisses stale approvals.',
    },
    'auto-merge-not-allowed': {
        class: 'configuration',
        meaning: 'The GitOps repository does not allow auto-merge',
        cure: 'Turn on "Allow auto-merge" in the settings of the GitOps repository, or set `auto-merge` to off.',
    },
    'pull-request-queued': {
        class: 'infrastructure',
        meaning: 'The pull request is in the merge queue with an older digest, and its branch cannot change there',
        cure: 'Run the job again when the queue has merged it.',
    },
    'repository-archived': {
        class: 'configuration',
        meaning: 'The GitOps repository is archived',
        cure: 'Correct `repository`.',
    },
    'race-lost': {
        class: 'infrastructure',
        meaning: 'Each time this run was about to write, others were faster, or a rule of the repository refused it',
        cure: 'Where the reason names a rule, let the token move that branch; else run the job again, and keep runs apart by a concurrency group per service and overlay.',
    },
    'branch-refused': {
        class: 'configuration',
        meaning: 'The branch template gives no usable name for this overlay and service, or the name of the base',
        cure: 'Change `branch`, for example to bump/{overlay}/{service}.',
    },
};
const gitopsFault = faultsOf(GITOPS_FAULTS);

;// CONCATENATED MODULE: ./src/domain/gitops/kustomization-file.ts

/** The names that kustomize looks for; a folder may hold one of them. */
const KUSTOMIZATION_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const REGULAR = new Set([0o100644, 0o100755]);
/**
 * The kustomization of an overlay: exactly one, a regular file, UTF-8.
 *
 * @example overlayFile(OverlayPath.parse('overlays/dev'), { exists: true, files: [] }) // throws: overlays/dev: no kustomization.yaml …
 * @throws {Fault} `overlay-missing`, `kustomization-several`, `kustomization-irregular`, `kustomization-encoding`, `kustomization-too-large`
 */
function overlayFile(overlay, { exists, files }) {
    const [file, ...more] = files;
    if (file === undefined) {
        const detail = exists ? `no ${KUSTOMIZATION_NAMES.join(', ')} is in it` : 'there is no such folder';
        throw gitopsFault('overlay-missing', { subject: overlay.text, detail });
    }
    if (more.length > 0) {
        const detail = `it holds ${files.map(({ name }) => name).join(' and ')}`;
        throw gitopsFault('kustomization-several', { subject: overlay.text, detail });
    }
    return regularFile(`${overlay.text}/${file.name}`, file);
}
function regularFile(path, { mode, content }) {
    if (!REGULAR.has(mode) || content.kind === 'not-a-file') {
        const detail = mode === 0o120000 ? 'it is a symbolic link' : 'it is not a file';
        throw gitopsFault('kustomization-irregular', { subject: path, detail });
    }
    if (content.kind === 'not-utf8') {
        throw gitopsFault('kustomization-encoding', { subject: path, detail: 'it is not UTF-8' });
    }
    if (content.kind === 'too-large') {
        const detail = `it has ${content.bytes} bytes, more than GitHub gives out as text`;
        throw gitopsFault('kustomization-too-large', { subject: path, detail });
    }
    return { path, text: content.text, mode };
}

;// CONCATENATED MODULE: ./src/domain/gitops/merge-method.ts
/** The ways in which GitHub merges a pull request. */
const MERGE_METHODS = ['squash', 'merge', 'rebase'];

;// CONCATENATED MODULE: ./src/adapters/github/gitops-answers.ts





/** A commit of an answer that selects the fragment of the overlays. */
function overlayCommit(value, overlays) {
    const commit = record(value, 'a commit');
    return {
        oid: gitops_answers_text(commit['oid'], 'the id of a commit'),
        tree: gitops_answers_text(record(commit['tree'], 'a tree')['oid'], 'the id of a tree'),
        parents: nodes(commit['parents']).map(({ oid }) => gitops_answers_text(oid, 'the id of a parent')),
        overlays: Array.from({ length: overlays }, (_, index) => overlayFolder(commit, index)),
    };
}
function overlayFolder(commit, index) {
    const folder = commit[`d${index}`];
    return {
        exists: isRecord(folder) && folder['type'] === 'tree',
        files: KUSTOMIZATION_NAMES.flatMap((name, file) => {
            const entry = commit[`d${index}f${file}`];
            return isRecord(entry) ? [foundFile(name, entry)] : [];
        }),
    };
}
function foundFile(name, entry) {
    const mode = Number(entry['mode']);
    const blob = entry['object'];
    if (entry['type'] !== 'blob' || !isRecord(blob))
        return { name, mode, content: { kind: 'not-a-file' } };
    return { name, mode, content: contentOf(blob, gitops_answers_text(entry['oid'], 'the id of a file')) };
}
/** GitHub converts what is not UTF-8; whether the text is the file shows when it hashes to the file's own id. */
function contentOf(blob, oid) {
    if (blob['isTruncated'] === true)
        return { kind: 'too-large', bytes: Number(blob['byteSize']) };
    const content = blob['text'];
    if (blob['isBinary'] === true || typeof content !== 'string' || blobId(content) !== oid)
        return { kind: 'not-utf8' };
    return { kind: 'text', text: content };
}
/** @see https://git-scm.com/book/en/v2/Git-Internals-Git-Objects#_object_storage */
function blobId(content) {
    const bytes = new TextEncoder().encode(content);
    return (0,external_node_crypto_.createHash)('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
/** The pull requests of a connection that come from the repository itself: a fork may have a branch of the same name. */
function ownPulls(connection) {
    return nodes(connection).filter((pull) => pull['isCrossRepository'] === false);
}
function pullRequest(pull, overlays) {
    const [last] = nodes(pull['commits']);
    const head = overlayCommit(last?.['commit'], overlays);
    return {
        id: gitops_answers_text(pull['id'], 'the id of a pull request'),
        number: Number(pull['number']),
        url: gitops_answers_text(pull['url'], 'the address of a pull request'),
        title: gitops_answers_text(pull['title'], 'the title of a pull request'),
        body: typeof pull['body'] === 'string' ? pull['body'] : '',
        branch: gitops_answers_text(pull['headRefName'], 'the branch of a pull request'),
        head,
    };
}
/** @param branch where the branch is: the commits of a pull request may be a moment behind */
function openPullRequest(pull, branch, overlays) {
    const read = pullRequest(pull, overlays);
    const request = pull['autoMergeRequest'];
    const method = isRecord(request) ? String(request['mergeMethod']).toLowerCase() : undefined;
    return {
        ...read,
        head: branch ?? read.head,
        mergeable: { MERGEABLE: true, CONFLICTING: false }[String(pull['mergeable'])],
        approvals: nodes(pull['reviews']).map(approval),
        autoMerge: MERGE_METHODS.find((known) => known === method),
        inMergeQueue: pull['isInMergeQueue'] === true,
    };
}
function approval(review) {
    const { author, commit } = review;
    return {
        // 64 bits, as text: ids of reviews have outgrown databaseId
        id: Number(review['fullDatabaseId']),
        author: isRecord(author) ? gitops_answers_text(author['login'], 'a login') : 'someone who left',
        commit: isRecord(commit) ? gitops_answers_text(commit['oid'], 'the id of a commit') : undefined,
    };
}
/** The nodes of a connection that are there. */
function nodes(connection) {
    const list = isRecord(connection) ? connection['nodes'] : undefined;
    return Array.isArray(list) ? list.filter(isRecord) : [];
}
/** Where the next page of a connection begins; undefined at its end. */
function nextPage(connection) {
    const page = isRecord(connection) ? connection['pageInfo'] : undefined;
    if (!isRecord(page) || page['hasNextPage'] !== true)
        return undefined;
    return gitops_answers_text(page['endCursor'], 'a cursor');
}
/** @throws {GitHubBusy} when the answer is not what GitHub promises */
function record(value, what) {
    if (isRecord(value))
        return value;
    throw new GitHubBusy('github-unavailable', `the answer lacks ${what}`);
}
/** @throws {GitHubBusy} when the answer is not what GitHub promises */
function gitops_answers_text(value, what) {
    if (typeof value === 'string')
        return value;
    throw new GitHubBusy('github-unavailable', `the answer lacks ${what}`);
}

;// CONCATENATED MODULE: ./src/adapters/github/gitops-queries.ts

const PULL = 'id number url title body headRefName headRefOid baseRefName isCrossRepository';
const CLOSED = 3;
const MERGED = 5;
const PAGE = 30;
/** Everything that a bump decides by, in one request, so that no commit can come between. */
function snapshotQuery(overlays) {
    const { fragment, declarations, paths } = overlayFragment(overlays);
    return {
        paths,
        text: `query($owner:String!,$name:String!,$base:String!,$branch:String!,$head:String!,$hasBase:Boolean!,$baseBranch:String${declarations}){
  repository(owner:$owner,name:$name){
    id isArchived autoMergeAllowed
    mergeQueue(branch:$baseBranch){id}
    defaultBranchRef @skip(if:$hasBase){name target{...Overlays}}
    base:ref(qualifiedName:$base) @include(if:$hasBase){name target{...Overlays}}
    branch:ref(qualifiedName:$branch){target{...Overlays}}
    open:pullRequests(states:[OPEN],headRefName:$head,first:${PAGE}){nodes{${PULL}
      mergeable isInMergeQueue autoMergeRequest{mergeMethod}
      reviews(states:[APPROVED],last:100){nodes{fullDatabaseId author{login} commit{oid}}}
      commits(last:1){nodes{commit{...Overlays}}}}}
    closed:pullRequests(states:[CLOSED],headRefName:$head,first:${CLOSED},orderBy:{field:UPDATED_AT,direction:DESC}){nodes{${PULL}
      commits(last:1){nodes{commit{...Overlays}}}}}
  }
}
${fragment}`,
    };
}
/** A page of the open pull requests of a base. */
function openPullRequestsQuery(overlays) {
    const { fragment, declarations, paths } = overlayFragment(overlays);
    return {
        paths,
        text: `query($owner:String!,$name:String!,$base:String!,$ref:String!,$after:String${declarations}){
  repository(owner:$owner,name:$name){
    base:ref(qualifiedName:$ref){target{oid}}
    pullRequests(states:[OPEN],baseRefName:$base,first:${PAGE},after:$after){
      pageInfo{hasNextPage endCursor}
      nodes{${PULL} commits(last:1){nodes{commit{...Overlays}}}}}
  }
}
${fragment}`,
    };
}
/** The last merged pull requests of a branch. */
function mergedPullRequestsQuery(overlays) {
    const { fragment, declarations, paths } = overlayFragment(overlays);
    return {
        paths,
        text: `query($owner:String!,$name:String!,$head:String!${declarations}){
  repository(owner:$owner,name:$name){
    pullRequests(states:[MERGED],headRefName:$head,first:${MERGED},orderBy:{field:UPDATED_AT,direction:DESC}){
      nodes{${PULL} commits(last:1){nodes{commit{...Overlays}}}}}
  }
}
${fragment}`,
    };
}
const UPDATE_REFS = 'mutation($input:UpdateRefsInput!){updateRefs(input:$input){clientMutationId}}';
const ENABLE_AUTO_MERGE = 'mutation($input:EnablePullRequestAutoMergeInput!){enablePullRequestAutoMerge(input:$input){clientMutationId}}';
const DISABLE_AUTO_MERGE = 'mutation($input:DisablePullRequestAutoMergeInput!){disablePullRequestAutoMerge(input:$input){pullRequest{headRefOid}}}';
const ENQUEUE = 'mutation($input:EnqueuePullRequestInput!){enqueuePullRequest(input:$input){clientMutationId}}';
/** The names of the branches below a prefix, a page of them. */
const BRANCHES = `query($owner:String!,$name:String!,$prefix:String!,$after:String){
  repository(owner:$owner,name:$name){
    refs(refPrefix:$prefix,first:100,after:$after){pageInfo{hasNextPage endCursor} nodes{name prefix}}
  }
}`;
/**
 * What a commit holds of the overlays: for each the folder, and each file that could be its kustomization. `file` looks into the
 * tree of the very commit, and is null where there is nothing.
 */
function overlayFragment(overlays) {
    const paths = Object.fromEntries(overlays.flatMap(({ text }, index) => [
        [`d${index}`, text],
        ...KUSTOMIZATION_NAMES.map((name, file) => [`d${index}f${file}`, `${text}/${name}`]),
    ]));
    const fields = Object.keys(paths).map((alias) => alias.includes('f')
        ? `${alias}:file(path:$${alias}){mode type oid object{... on Blob{byteSize isBinary isTruncated text}}}`
        : `${alias}:file(path:$${alias}){type}`);
    return {
        paths,
        declarations: Object.keys(paths)
            .map((alias) => `,$${alias}:String!`)
            .join(''),
        fragment: `fragment Overlays on Commit{oid tree{oid} parents(first:2){nodes{oid}} ${fields.join(' ')}}`,
    };
}

;// CONCATENATED MODULE: ./src/adapters/github/github-pull-requests.ts





const WRITES = 'contents: write and pull_requests: write';
const github_pull_requests_PULL = '/repos/{owner}/{repo}/pulls/{pull_number}';
/** Opens and changes pull requests by REST. */
function githubPullRequests(client, { owner, name }) {
    const repo = { owner, repo: name };
    return {
        open: async ({ base, branch, title, body }) => {
            const answer = await client.ask('POST /repos/{owner}/{repo}/pulls', {
                ...repo,
                base,
                head: branch,
                title,
                body,
            });
            if ('refused' in answer)
                return answer;
            const pull = record(answer.data, 'a pull request');
            return {
                id: gitops_answers_text(pull['node_id'], 'the id of a pull request'),
                number: Number(pull['number']),
                url: gitops_answers_text(pull['html_url'], 'the address of a pull request'),
                baseOid: gitops_answers_text(record(pull['base'], 'a base')['sha'], 'the commit of the base'),
                headOid: gitops_answers_text(record(pull['head'], 'a head')['sha'], 'the commit of the head'),
            };
        },
        update: async (number, change) => {
            const answer = await client.rest(`PATCH ${github_pull_requests_PULL}`, { ...repo, pull_number: number, ...change });
            const pull = record(answer, 'a pull request');
            const isOpen = pull['state'] === 'open';
            return {
                state: isOpen ? 'open' : typeof pull['merged_at'] === 'string' ? 'merged' : 'closed',
                headOid: gitops_answers_text(record(pull['head'], 'a head')['sha'], 'the commit of the head'),
            };
        },
    };
}
/** Labels, review requests and dismissals. A permission that is missing is a reason like any other: none of them stops a bump. */
function githubReviews(client, { owner, name }) {
    const repo = { owner, repo: name };
    const reasonOf = async (route, parameters) => {
        try {
            const answer = await client.ask(route, { ...repo, ...parameters });
            return 'refused' in answer ? answer.refused : undefined;
        }
        catch (error) {
            if (error instanceof Fault && error.code === 'github-permission-missing')
                return `${error.detail}. ${error.hint}`;
            throw error;
        }
    };
    return {
        addLabels: (number, labels) => reasonOf('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', { issue_number: number, labels }),
        requestReviews: (number, reviewers) => reasonOf(`POST ${github_pull_requests_PULL}/requested_reviewers`, {
            pull_number: number,
            reviewers: reviewers.filter(({ kind }) => kind === 'person').map(({ slug }) => slug),
            team_reviewers: reviewers.filter(({ kind }) => kind === 'team').map(({ slug }) => slug),
        }),
        dismissApproval: (number, review, message) => reasonOf(`PUT ${github_pull_requests_PULL}/reviews/{review_id}/dismissals`, {
            pull_number: number,
            review_id: review,
            message,
        }),
    };
}
/** Auto-merge by GraphQL: REST does not know it. */
function githubAutoMerger(client) {
    return {
        enable: ({ id, headOid, method, headline }) => mutate(client, ENABLE_AUTO_MERGE, {
            pullRequestId: id,
            expectedHeadOid: headOid,
            mergeMethod: method.toUpperCase(),
            // a rebase keeps the commit's own message
            ...(method !== 'rebase' && { commitHeadline: headline }),
        }),
        disable: async (id) => {
            try {
                const data = await client.graphql(DISABLE_AUTO_MERGE, { input: { pullRequestId: id } }, WRITES);
                const { pullRequest } = record(data['disablePullRequestAutoMerge'], 'the pull request');
                return gitops_answers_text(record(pullRequest, 'the pull request')['headRefOid'], 'the commit of the head');
            }
            catch (error) {
                // one without auto-merge is refused, and that is what is wanted
                if (error instanceof GraphQlRefusal)
                    return undefined;
                throw error;
            }
        },
    };
}
/** Merges at once; the rules of the base decide, and nothing here goes past them. */
function githubMerger(client, { owner, name }) {
    const repo = { owner, repo: name };
    return {
        rules: async (branch) => {
            const rules = await client.rest('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
                ...repo,
                branch,
                per_page: 100,
            });
            const list = Array.isArray(rules) ? rules.filter(isRecord) : [];
            return { guardsMerges: list.some(guardsMerges), dismissesStaleApprovals: list.some(dismissesOnPush) };
        },
        merge: async ({ number, headOid, method, headline }) => {
            const answer = await client.ask(`PUT ${github_pull_requests_PULL}/merge`, {
                ...repo,
                pull_number: number,
                sha: headOid,
                merge_method: method,
                ...(method !== 'rebase' && { commit_title: headline }),
            });
            return 'refused' in answer ? answer.refused : undefined;
        },
        enqueue: ({ id, headOid }) => mutate(client, ENQUEUE, { pullRequestId: id, expectedHeadOid: headOid }),
    };
}
/** Rules that somebody or something has to agree to a merge by. */
const GUARDS = new Set([
    'pull_request',
    'required_status_checks',
    'merge_queue',
    'workflows',
]);
function guardsMerges({ type }) {
    return GUARDS.has(type);
}
function dismissesOnPush({ type, parameters }) {
    return (type === 'pull_request' && isRecord(parameters) && parameters['dismiss_stale_reviews_on_push'] === true);
}
async function mutate(client, mutation, input) {
    try {
        await client.graphql(mutation, { input }, WRITES);
        return undefined;
    }
    catch (error) {
        if (error instanceof GraphQlRefusal)
            return error.message;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/adapters/github/github-gitops.ts





/** What the token must be allowed to do where GitHub does not say it in the answer; a read is the first step of a write. */
const READS = 'contents: write and pull_requests: write';
const github_gitops_WRITES = 'contents: write';
const NO_COMMIT = '0'.repeat(40);
/** The GitOps repository, read by GraphQL at one commit. */
function githubReader(client, { owner, name }) {
    const ask = async (query, variables) => {
        const data = await client.graphql(query, { owner, name, ...variables }, READS);
        return record(data['repository'], 'the repository');
    };
    return {
        snapshot: async (question) => {
            const { text: query, paths } = snapshotQuery(question.overlays);
            return snapshotOf(await ask(query, { ...paths, ...variablesOf(question) }), question);
        },
        openPullRequests: async (base, overlays) => {
            const { text: query, paths } = openPullRequestsQuery(overlays);
            const pulls = [];
            let baseOid;
            let after;
            do {
                const variables = { ...paths, base, ref: `refs/heads/${base}`, after };
                const { base: ref, pullRequests } = await ask(query, variables);
                baseOid = gitops_answers_text(record(record(ref, 'the base')['target'], 'a commit')['oid'], 'the id of a commit');
                pulls.push(...pullsOf(pullRequests, overlays));
                after = nextPage(pullRequests);
            } while (after !== undefined);
            return { baseOid, pulls };
        },
        mergedPullRequests: async (branch, overlays) => {
            const { text: query, paths } = mergedPullRequestsQuery(overlays);
            const { pullRequests } = await ask(query, { ...paths, head: branch });
            return pullsOf(pullRequests, overlays);
        },
    };
}
function pullsOf(connection, overlays) {
    return ownPulls(connection).map((pull) => pullRequest(pull, overlays.length));
}
function variablesOf({ base, branch }) {
    return {
        hasBase: base !== undefined,
        base: `refs/heads/${base ?? ''}`,
        baseBranch: base ?? null,
        branch: `refs/heads/${branch}`,
        head: branch,
    };
}
function snapshotOf(repository, question) {
    const count = question.overlays.length;
    const ref = repository[question.base === undefined ? 'defaultBranchRef' : 'base'];
    if (!isRecord(ref)) {
        const detail = question.base === undefined ? 'it has no commit' : `it has no branch ${question.base}`;
        throw gitopsFault('base-missing', { subject: 'the GitOps repository', detail });
    }
    const baseBranch = gitops_answers_text(ref['name'], 'the name of the base');
    const head = repository['branch'];
    const branch = isRecord(head) ? overlayCommit(head['target'], count) : undefined;
    const open = ownPulls(repository['open']).find(({ baseRefName }) => baseRefName === baseBranch);
    return {
        repository: {
            id: gitops_answers_text(repository['id'], 'the id of the repository'),
            archived: repository['isArchived'] === true,
            autoMergeAllowed: repository['autoMergeAllowed'] === true,
        },
        baseBranch,
        base: overlayCommit(ref['target'], count),
        hasMergeQueue: isRecord(repository['mergeQueue']),
        branch,
        open: open && openPullRequest(open, branch, count),
        closed: ownPulls(repository['closed'])
            .filter(({ baseRefName }) => baseRefName === baseBranch)
            .map((pull) => pullRequest(pull, count)),
    };
}
/** Commits by REST, because it keeps file modes and lets GitHub sign; branches by GraphQL, because it compares and swaps. */
function githubWriter(client, { owner, name }) {
    const repo = { owner, repo: name };
    return {
        commit: async ({ parent, files, message }) => {
            const tree = record(await client.rest('POST /repos/{owner}/{repo}/git/trees', {
                ...repo,
                base_tree: parent.tree,
                tree: files.map(({ path, mode, text: content }) => ({
                    path,
                    mode: mode.toString(8),
                    type: 'blob',
                    content,
                })),
            }), 'a tree');
            // without author and committer: only then does GitHub sign what a bot commits
            const commit = record(await client.rest('POST /repos/{owner}/{repo}/git/commits', {
                ...repo,
                message,
                tree: gitops_answers_text(tree['sha'], 'the id of a tree'),
                parents: [parent.oid],
            }), 'a commit');
            const verification = commit['verification'];
            return {
                oid: gitops_answers_text(commit['sha'], 'the id of a commit'),
                verified: isRecord(verification) && verification['verified'] === true,
            };
        },
        moveBranch: async ({ repository, branch, from, to }) => {
            const move = {
                name: `refs/heads/${branch}`,
                beforeOid: from ?? NO_COMMIT,
                afterOid: to ?? NO_COMMIT,
                force: true,
            };
            try {
                await client.graphql(UPDATE_REFS, { input: { repositoryId: repository, refUpdates: [move] } }, github_gitops_WRITES);
                return undefined;
            }
            catch (error) {
                if (error instanceof GraphQlRefusal)
                    return error.message;
                throw error;
            }
        },
    };
}

;// CONCATENATED MODULE: ./src/adapters/github/github-history.ts




const ANCESTRIES = ['identical', 'ahead', 'behind', 'diverged'];
/** The history of a repository on GitHub. */
function githubHistory(client, { owner, name }) {
    return {
        compare: async (base, commit) => {
            const basehead = `${base.replace(/^refs\/heads\//, '')}...${commit}`;
            const answer = await client
                // the list of changed files comes with the first page only, and nobody needs it
                .rest('GET /repos/{owner}/{repo}/compare/{basehead}', {
                owner,
                repo: name,
                basehead,
                per_page: 1,
                page: 2,
            })
                .catch((error) => {
                throw unknownCommit(error, `${owner}/${name}`, basehead);
            });
            const status = ANCESTRIES.find((known) => known === record(answer, 'a comparison')['status']);
            if (status !== undefined)
                return status;
            throw gitopsFault('source-unknown', {
                subject: `${owner}/${name}`,
                detail: `${basehead} has no status`,
            });
        },
        branches: async (prefix) => {
            const found = [];
            let after;
            do {
                const data = await client.graphql(BRANCHES, { owner, name, prefix, after }, 'contents: read');
                const { refs } = record(data['repository'], 'the repository');
                found.push(...nodes(refs).map((ref) => `${gitops_answers_text(ref['prefix'], 'a prefix')}${gitops_answers_text(ref['name'], 'a name')}`));
                after = nextPage(refs);
            } while (after !== undefined);
            return found;
        },
    };
}
function unknownCommit(error, repository, basehead) {
    if (!(error instanceof Fault) || error.code !== 'github-not-found')
        return error;
    const reason = error.cause instanceof Error ? error.cause.message : error.detail;
    const detail = `${basehead} cannot be compared: ${reason}`;
    return gitopsFault('source-unknown', { subject: repository, detail, cause: error });
}

;// CONCATENATED MODULE: ./src/adapters/github/github-connection.ts




/** A GitOps repository on GitHub. Nothing is sent before something is asked. */
function connectGitOps({ repository, token, apiUrl }) {
    const client = githubClient(connectionOf({ repository, token, apiUrl }, 'token'));
    return {
        reader: githubReader(client, repository),
        writer: githubWriter(client, repository),
        pulls: githubPullRequests(client, repository),
        reviews: githubReviews(client, repository),
        autoMerger: githubAutoMerger(client),
        merger: githubMerger(client, repository),
    };
}
/** A source repository on GitHub. */
function connectHistory({ repository, token, apiUrl }) {
    const client = githubClient(connectionOf({ repository, token, apiUrl }, 'source-token'));
    return githubHistory(client, repository);
}
function connectionOf({ repository: { owner, name }, token, apiUrl }, input) {
    return { apiUrl: apiUrl ?? ownApiUrl(), token, repository: `${owner}/${name}`, input };
}
/** The API of the GitHub that the run is on, as the runner says: github.com or an Enterprise Server. */
function ownApiUrl() {
    const given = process.env['GITHUB_API_URL'] ?? '';
    return given === '' ? 'https://api.github.com' : given.replace(/\/+$/, '');
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
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

// EXTERNAL MODULE: external "os"
var external_os_ = __nccwpck_require__(857);
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
    process.stdout.write(cmd.toString() + external_os_.EOL);
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
// EXTERNAL MODULE: external "fs"
var external_fs_ = __nccwpck_require__(9896);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_.appendFileSync(filePath, `${toCommandValue(message)}${external_os_.EOL}`, {
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
    return `${key}<<${delimiter}${external_os_.EOL}${convertedValue}${external_os_.EOL}${delimiter}`;
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

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./src/adapters/timer-pause.ts

/** Waits by the clock of this machine. */
function timerPause() {
    return {
        upTo: async (milliseconds) => {
            await (0,promises_namespaceObject.setTimeout)((milliseconds * (1 + Math.random())) / 2);
        },
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

;// CONCATENATED MODULE: ./src/domain/gitops/body-marker.ts

/** What is done once for a pull request and not again, so that a person's change of it stays. */
const ONCE = ['labels', 'reviewers', 'auto-merge'];
const BEGIN = '<!-- gitops-bump:begin';
const END = '<!-- gitops-bump:end -->';
const BLOCK = /<!-- gitops-bump:begin (?<json>[^\n]*?) -->[^]*?<!-- gitops-bump:end -->/;
/**
 * Reads the marker of a body.
 *
 * @returns undefined where there is none, or none that can be read
 * @example markerOf(withBlock('', { value: 'v', done: [], closed: false }, 'text'))?.value === 'v'
 */
function markerOf(body) {
    const json = BLOCK.exec(body)?.groups?.['json'];
    if (json === undefined)
        return undefined;
    try {
        const read = JSON.parse(json);
        if (!isRecord(read) || typeof read['value'] !== 'string')
            return undefined;
        const done = Array.isArray(read['done']) ? read['done'] : [];
        return {
            value: read['value'],
            done: ONCE.filter((step) => done.includes(step)),
            closed: read['closed'] === true,
        };
    }
    catch {
        return undefined;
    }
}
/**
 * A body with our block in it: in the place of an earlier one, else behind the text that is there. Nothing else is changed. Content that
 * holds our own marks gets a zero-width space into them, or it would end the block for the next run.
 */
function withBlock(body, marker, content) {
    const block = `${beginOf(marker)}\n${content.replaceAll('<!-- gitops-bump:', '<!-- gitops-bump\u200b:')}\n${END}`;
    if (BLOCK.test(body))
        return body.replace(BLOCK, () => block);
    return body.trim() === '' ? block : `${body}\n\n${block}`;
}
/** The body with another marker and the same block. */
function withMarker(body, marker) {
    return body.replace(/<!-- gitops-bump:begin [^\n]*? -->/, () => beginOf(marker));
}
/** In an HTML comment no `--` may stand, which JSON can escape. */
function beginOf(marker) {
    return `${BEGIN} ${JSON.stringify(marker).replaceAll('--', '\\u002d\\u002d').replaceAll('>', '\\u003e')} -->`;
}

;// CONCATENATED MODULE: ./actions/gitops-bump/approvals.ts

const MESSAGE = 'gitops-bump proposes another digest: this approval was for the earlier one.';
/**
 * Takes back what was said of an earlier digest: approvals, and the wish to merge as soon as may be.
 *
 * @param approvals those that are for an earlier digest
 * @throws {Fault} `approval-stays`
 */
async function forgetEarlier(pass, pull, approvals) {
    return (await dismissApprovals(pass, approvals, pull.number)) ?? (await disableMerge(pass, pull));
}
/**
 * Takes the weight from approvals of another digest: an approval never carries over. Where a rule of the base dismisses them on push,
 * it is left to GitHub. One that cannot be dismissed may be dismissed already, by another run: that shows when it is read anew.
 *
 * @returns undefined when none of them counts any more
 * @throws {Fault} `approval-stays` when GitHub refuses; the caller has moved no branch by then, or lets nothing be merged
 */
async function dismissApprovals({ gitops, scene, memory }, approvals, number) {
    if (approvals.length === 0)
        return undefined;
    const rules = await gitops.merger.rules(scene.snapshot.baseBranch);
    if (rules.dismissesStaleApprovals)
        return undefined;
    for (const { id, author } of approvals) {
        const reason = await gitops.reviews.dismissApproval(number, id, MESSAGE);
        if (reason === undefined)
            continue;
        const detail = `the approval of ${author} is for another digest and cannot be dismissed: ${reason}`;
        if (memory.undismissed === id)
            throw gitopsFault('approval-stays', { subject: `pull request #${number}`, detail });
        memory.undismissed = id;
        return { again: detail };
    }
    return undefined;
}
/** GitHub disables auto-merge whatever the head is: where another run had moved it, auto-merge was its own, and is given back. */
async function disableMerge({ gitops }, pull) {
    const { id, number, head, autoMerge: method } = pull;
    if (method === undefined)
        return undefined;
    const headOid = await gitops.autoMerger.disable(id);
    if (headOid === undefined || headOid === head.oid)
        return undefined;
    await gitops.autoMerger.enable({ id, number, headOid, method, headline: undefined });
    return { again: `pull request #${number} moved while auto-merge was disabled` };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __nccwpck_require__(8815);
;// CONCATENATED MODULE: ./src/domain/gitops/yaml-scalar.ts
const WORDS = new Map([
    ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true]),
    ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false]),
    ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null]),
    ...['.nan', '.NaN', '.NAN'].map((word) => [word, Number.NaN]),
    ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((word) => [word, Infinity]),
    ...['-.inf', '-.Inf', '-.INF'].map((word) => [word, -Infinity]),
]);
const DECIMAL = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const BASED = /^(?<sign>[-+]?)(?<digits>0[xX][0-9a-fA-F]{1,16}|0[oO]?[0-7]{1,21}|0[bB][01]{1,64})$/;
/**
 * What kustomize takes an unquoted scalar for. It reads YAML 1.1 with go-yaml 2: `y` and `on` are booleans, `1.10` is a number,
 * dates and `1:30` are text.
 *
 * @example resolvePlain('1.10') === 1.1
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.4.0/goyaml.v2/resolve.go
 */
function resolvePlain(text) {
    const word = WORDS.get(text);
    if (word !== undefined)
        return word;
    if (!/^[-+.0-9]/.test(text))
        return text;
    // behind a leading point, an underscore has to stand between digits
    const digits = text.replaceAll(text.startsWith('.') ? /(?<=[0-9])_(?=[0-9])/g : '_', '');
    const based = BASED.exec(digits)?.groups;
    if (based !== undefined) {
        const octal = based['digits']?.replace(/^0(?=[0-7])/, '0o');
        return Number(octal?.toLowerCase()) * (based['sign'] === '-' ? -1 : 1);
    }
    return DECIMAL.test(digits) ? (finite(Number(digits)) ?? text) : text;
}
function finite(number) {
    return Number.isFinite(number) ? number : undefined;
}
/**
 * Writes a text that holds no quote, backslash or space in the quotes that its neighbours have, and in double quotes where,
 * without any, some reader of YAML would take it for something else.
 *
 * @example scalarText('on', '') === '"on"' && scalarText('orders', '') === 'orders'
 */
function scalarText(text, quote) {
    const safe = /^[A-Za-z0-9]/.test(text) && /[A-Za-z]/.test(text) && resolvePlain(text) === text;
    const used = quote === '' && !safe ? '"' : quote;
    return `${used}${text}${used}`;
}

;// CONCATENATED MODULE: ./src/domain/gitops/image-field.ts


const QUOTES = { PLAIN: '', QUOTE_SINGLE: "'", QUOTE_DOUBLE: '"' };
/** @returns undefined for a field that is not a word, a colon and a value on one line */
function imageField({ lines, file }, { key, value, srcToken }) {
    const colon = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')?.offset;
    if (!(0,dist/* isScalar */.jn)(key) || !key.range || colon === undefined)
        return undefined;
    const read = image_field_valueOf(value, colon + 1);
    const [start, keyEnd] = key.range;
    if (read === undefined || file.text.slice(start, read.end).includes('\n'))
        return undefined;
    return { key: String(key.value).toLowerCase(), line: lines.indexAt(start), start, keyEnd, ...read };
}
/** @param behind where a value would begin that is not there */
function image_field_valueOf(value, behind) {
    if (value === null)
        return { text: '', quote: '', valueStart: behind, end: behind };
    const quote = (0,dist/* isScalar */.jn)(value) ? QUOTES[value.type ?? ''] : undefined;
    if (!(0,dist/* isScalar */.jn)(value) || !value.range || quote === undefined)
        return undefined;
    const [start, end] = value.range;
    const said = String(value.value);
    const text = quote === '' && resolvePlain(said) === null ? '' : said;
    return start === end
        ? { text, quote, valueStart: behind, end: behind }
        : { text, quote, valueStart: start, end };
}
/** The edit that gives a field another value in the same quotes; none where it says that already. */
function valueEdits(field, text) {
    if (field.text === text)
        return [];
    const space = field.valueStart === field.end ? ' ' : '';
    return [{ start: field.valueStart, end: field.end, text: space + scalarText(text, field.quote) }];
}

;// CONCATENATED MODULE: ./src/domain/gitops/field-types.ts
const WANTED = {
    text: 'text, in quotes where it looks like something else',
    boolean: 'true or false',
    integer: 'an integer',
    anything: 'a finite number',
};
/**
 * Holds a value against a type. Field names are compared without regard to case, as Go does.
 *
 * @example violations(1.1, 'text', 'newTag')[0].text.startsWith('newTag: is the number 1.1; expected text')
 */
function violations(value, type, path) {
    if (value === null)
        return [];
    if (typeof type === 'string')
        return isOf(value, type) ? [] : [wrong(value, WANTED[type], path)];
    if ('list' in type) {
        if (!Array.isArray(value))
            return [wrong(value, 'a list', path)];
        return value.flatMap((item, index) => violations(item, type.list, `${path}[${index}]`));
    }
    if (typeof value !== 'object' || Array.isArray(value))
        return [wrong(value, 'a mapping', path)];
    return Object.entries(value).flatMap(([key, item], index, all) => {
        const at = path === '' ? key : `${path}.${key}`;
        if ('map' in type)
            return violations(item, type.map, at);
        const known = fieldNamed(key, type.fields);
        if (known === undefined)
            return [{ kind: 'refused', text: `${at}: kustomize knows no such field` }];
        const twice = all.slice(0, index).some(([other]) => other.toLowerCase() === key.toLowerCase());
        if (twice)
            return [{ kind: 'duplicate', text: `${at}: stands there in another case, too` }];
        return violations(item, known, at);
    });
}
function fieldNamed(key, fields) {
    const name = Object.keys(fields).find((field) => field.toLowerCase() === key.toLowerCase());
    return name === undefined ? undefined : fields[name];
}
function isOf(value, type) {
    if (type === 'text')
        return typeof value === 'string';
    if (type === 'boolean')
        return typeof value === 'boolean';
    if (type === 'integer')
        return Number.isSafeInteger(value);
    return isFiniteThroughout(value);
}
/** JSON has no infinity and no NaN. */
function isFiniteThroughout(value) {
    if (typeof value === 'number')
        return Number.isFinite(value);
    if (typeof value !== 'object' || value === null)
        return true;
    return Object.values(value).every((item) => isFiniteThroughout(item));
}
function wrong(value, wanted, path) {
    return { kind: 'refused', text: `${path}: is ${nameOf(value)}; expected ${wanted}` };
}
function nameOf(value) {
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return 'a mapping';
    return typeof value === 'string' ? 'text' : `the ${typeof value} ${String(value)}`;
}

;// CONCATENATED MODULE: ./src/domain/gitops/kustomization-fields.ts
const TEXTS = { list: 'text' };
const TEXT_MAP = { map: 'text' };
const ANY_MAP = { map: 'anything' };
const GVK = { group: 'text', version: 'text', kind: 'text' };
const RESOURCE = { ...GVK, name: 'text', namespace: 'text' };
const SELECTOR = {
    fields: { ...RESOURCE, annotationSelector: 'text', labelSelector: 'text' },
};
const FIELD_SPECS = { list: { fields: { ...GVK, path: 'text', create: 'boolean' } } };
const FIELD_OPTIONS = {
    fields: { delimiter: 'text', index: 'integer', encoding: 'text', create: 'boolean' },
};
const GENERATOR_OPTIONS = {
    fields: {
        labels: TEXT_MAP,
        annotations: TEXT_MAP,
        disableNameSuffixHash: 'boolean',
        immutable: 'boolean',
    },
};
const GENERATOR = {
    namespace: 'text',
    name: 'text',
    behavior: 'text',
    literals: TEXTS,
    files: TEXTS,
    envs: TEXTS,
    env: 'text',
    options: GENERATOR_OPTIONS,
};
const PATCHES = {
    list: { fields: { path: 'text', patch: 'text', target: SELECTOR, options: { map: 'boolean' } } },
};
const IMAGES = {
    list: { fields: { name: 'text', newName: 'text', tagSuffix: 'text', newTag: 'text', digest: 'text' } },
};
const REPLACEMENTS = {
    list: {
        fields: {
            path: 'text',
            source: { fields: { ...RESOURCE, fieldPath: 'text', options: FIELD_OPTIONS } },
            targets: {
                list: {
                    fields: { select: SELECTOR, reject: { list: SELECTOR }, fieldPaths: TEXTS, options: FIELD_OPTIONS },
                },
            },
        },
    },
};
const HELM_CHARTS = {
    list: {
        fields: {
            name: 'text',
            version: 'text',
            repo: 'text',
            releaseName: 'text',
            namespace: 'text',
            additionalValuesFiles: TEXTS,
            valuesFile: 'text',
            valuesInline: ANY_MAP,
            valuesMerge: 'text',
            includeCRDs: 'boolean',
            skipHooks: 'boolean',
            apiVersions: TEXTS,
            kubeVersion: 'text',
            nameTemplate: 'text',
            skipTests: 'boolean',
            debug: 'boolean',
        },
    },
};
const HELM_CHART_INFLATION_GENERATOR = {
    list: {
        fields: {
            chartName: 'text',
            chartVersion: 'text',
            chartRepoUrl: 'text',
            chartHome: 'text',
            chartRepoName: 'text',
            helmBin: 'text',
            helmHome: 'text',
            values: 'text',
            valuesLocal: ANY_MAP,
            valuesMerge: 'text',
            releaseName: 'text',
            releaseNamespace: 'text',
            extraArgs: TEXTS,
        },
    },
};
const VARS = {
    list: {
        fields: {
            name: 'text',
            objref: { fields: { ...RESOURCE, apiVersion: 'text' } },
            fieldref: { fields: { fieldPath: 'text' } },
        },
    },
};
/**
 * Every field of a kustomization, as kustomize v5.5.0 decodes it.
 *
 * @see https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.5.0/api/types/kustomization.go
 */
const KUSTOMIZATION = {
    fields: {
        apiVersion: 'text',
        kind: 'text',
        metadata: { fields: { name: 'text', namespace: 'text', labels: TEXT_MAP, annotations: TEXT_MAP } },
        openapi: TEXT_MAP,
        namePrefix: 'text',
        nameSuffix: 'text',
        namespace: 'text',
        commonLabels: TEXT_MAP,
        labels: {
            list: {
                fields: {
                    pairs: TEXT_MAP,
                    includeSelectors: 'boolean',
                    includeTemplates: 'boolean',
                    fields: FIELD_SPECS,
                },
            },
        },
        commonAnnotations: TEXT_MAP,
        patchesStrategicMerge: TEXTS,
        patchesJson6902: PATCHES,
        patches: PATCHES,
        images: IMAGES,
        imageTags: IMAGES,
        replacements: REPLACEMENTS,
        replicas: { list: { fields: { name: 'text', count: 'integer' } } },
        vars: VARS,
        sortOptions: {
            fields: { order: 'text', legacySortOptions: { fields: { orderFirst: TEXTS, orderLast: TEXTS } } },
        },
        resources: TEXTS,
        components: TEXTS,
        crds: TEXTS,
        bases: TEXTS,
        configMapGenerator: { list: { fields: GENERATOR } },
        secretGenerator: { list: { fields: { ...GENERATOR, type: 'text' } } },
        helmGlobals: { fields: { chartHome: 'text', configHome: 'text' } },
        helmCharts: HELM_CHARTS,
        helmChartInflationGenerator: HELM_CHART_INFLATION_GENERATOR,
        generatorOptions: GENERATOR_OPTIONS,
        configurations: TEXTS,
        generators: TEXTS,
        transformers: TEXTS,
        validators: TEXTS,
        buildMetadata: TEXTS,
    },
};

;// CONCATENATED MODULE: ./src/domain/gitops/source-lines.ts
const NO_LINE = { start: 0, end: 0, next: 0, content: '', eol: '' };
/**
 * The lines of a text. A text that ends with a line end has no empty line behind it.
 *
 * @example new SourceLines('a\r\nb').lines.map(({ content }) => content) // ['a', 'b']
 */
class SourceLines {
    lines;
    constructor(text) {
        const lines = [];
        for (const { index, 0: whole, groups } of text.matchAll(/(?<content>[^\n]*?)(?<eol>\r?\n|$)/g)) {
            const content = groups?.['content'] ?? '';
            const next = index + whole.length;
            if (whole !== '')
                lines.push({ start: index, end: index + content.length, next, content, eol: groups?.['eol'] ?? '' });
        }
        this.lines = lines;
    }
    /** The index of the line that holds an offset; the last one for an offset behind the text. */
    indexAt(offset) {
        const behind = this.lines.findIndex(({ next }) => offset < next);
        return behind < 0 ? Math.max(0, this.lines.length - 1) : behind;
    }
    /** A line by its index; an empty one where there is none. */
    at(index) {
        return this.lines[index] ?? NO_LINE;
    }
    /** The line end that a line written beside this one takes: its own, else that of the line before, else LF. */
    eolNear(index) {
        return this.at(index).eol || this.at(index - 1).eol || '\n';
    }
    isComment(index) {
        return /^ *#/.test(this.at(index).content);
    }
    isBlank(index) {
        return this.lines[index]?.content.trim() === '';
    }
}
/** How many spaces a line begins with, behind a byte order mark. */
function indentOf({ content }) {
    return /^\ufeff?(?<spaces> *)/.exec(content)?.groups?.['spaces']?.length ?? 0;
}

;// CONCATENATED MODULE: ./src/domain/gitops/yaml-model.ts


function isModelMap(model) {
    return typeof model === 'object' && model !== null && !Array.isArray(model);
}
/** Why a node has no model. */
class ModelError extends Error {
    /** Where in the text it stands. */
    offset;
    kind;
    constructor(kind, offset, message) {
        super(message);
        this.name = 'ModelError';
        this.kind = kind;
        this.offset = offset;
    }
}
/** More nodes than any kustomization has; aliases of aliases reach it in a few lines. */
const MOST_NODES = 100_000;
const TEXT_TAG = 'tag:yaml.org,2002:str';
/**
 * Reads a node as kustomize's reader does: YAML 1.1, aliases in full. Where that reader is silent or surprising, for a key that
 * stands twice, a merge key, a tag other than `!!str`, or a key that is not a scalar, there is no model.
 *
 * @param document composed with the failsafe schema, so that every scalar is still text
 * @throws {ModelError}
 */
function modelOf(document, node) {
    return new ModelReader(document).read(node);
}
class ModelReader {
    #document;
    #nodes = 0;
    constructor(document) {
        this.#document = document;
    }
    read(node) {
        if (node === null || node === undefined)
            return null;
        const offset = node.range?.[0] ?? 0;
        if (++this.#nodes > MOST_NODES)
            throw new ModelError('style', offset, 'the aliases unfold without end');
        if ((0,dist/* isAlias */.Vj)(node))
            return this.read(node.resolve(this.#document));
        if (node.tag !== undefined && !((0,dist/* isScalar */.jn)(node) && node.tag === TEXT_TAG)) {
            throw new ModelError('style', offset, `the tag ${node.tag} is used`);
        }
        if ((0,dist/* isScalar */.jn)(node))
            return scalarOf(node);
        return this.#collection(node, offset);
    }
    #collection(node, offset) {
        if ((0,dist/* isSeq */.oP)(node))
            return node.items.map((item) => this.read(item));
        if ((0,dist/* isMap */.jh)(node))
            return this.#map(node.items, offset);
        return null;
    }
    #map(pairs, start) {
        const entries = new Map();
        for (const { key, value } of pairs) {
            const offset = key?.range?.[0] ?? start;
            const name = this.#key(key, offset);
            if (entries.has(name))
                throw new ModelError('duplicate', offset, `the key ${name} stands twice`);
            entries.set(name, this.read(value));
        }
        return Object.fromEntries(entries);
    }
    #key(key, offset) {
        if ((0,dist/* isScalar */.jn)(key) && key.type === 'PLAIN' && key.value === '<<') {
            throw new ModelError('style', offset, 'a merge key (<<) is used');
        }
        const name = this.read(key);
        if (typeof name === 'object')
            throw new ModelError('style', offset, 'a key is not a single word');
        return String(name);
    }
}
function scalarOf(node) {
    const text = typeof node.value === 'string' ? node.value : '';
    return node.type === 'PLAIN' && node.tag !== TEXT_TAG ? resolvePlain(text) : text;
}

;// CONCATENATED MODULE: ./src/domain/gitops/yaml-tokens.ts



/**
 * Characters that go-yaml refuses, or takes for line ends where other readers do not: a reader that sees another line sees
 * another file.
 */
const FOREIGN = /[^\t\n\r -~\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029]|\r(?!\n)|(?<!^)\ufeff/u;
/**
 * Looks at a kustomization token by token.
 *
 * @throws {Fault} `kustomization-encoding` for characters that readers do not agree on, `kustomization-documents` for directives and
 *   document ends, `kustomization-malformed` for a tab where kustomize's reader takes none
 */
function tokenFacts(file) {
    const lines = new SourceLines(file.text);
    const at = (offset) => `${file.path}:${lines.indexAt(offset) + 1}`;
    const foreign = FOREIGN.exec(file.text);
    if (foreign) {
        const code = foreign[0].codePointAt(0) ?? 0;
        const detail = `the character U+${code.toString(16).toUpperCase().padStart(4, '0')} is not plain text`;
        throw gitopsFault('kustomization-encoding', { subject: at(foreign.index), detail });
    }
    const tokens = tokensOf(file.text);
    for (const [index, token] of tokens.entries()) {
        if (token.type === 'doc-end' || token.type === 'directive-line') {
            const detail = `${JSON.stringify(token.source.trim())} is more than one plain document needs`;
            throw gitopsFault('kustomization-documents', { subject: at(token.offset), detail });
        }
        if (token.type === 'space' && token.source.includes('\t') && !isTrailing(tokens, index)) {
            const detail = 'a tab stands between the parts of the line';
            throw gitopsFault('kustomization-malformed', { subject: at(token.offset), detail });
        }
    }
    return {
        marks: tokens.filter(({ type }) => MARKS.has(type)).map(({ offset }) => offset),
        endsInBlockScalar: tokens.findLast(({ type }) => !TRIVIA.has(type))?.type === 'block-scalar',
    };
}
const MARKS = new Set(['anchor', 'alias', 'tag']);
const TRIVIA = new Set(['space', 'comment', 'newline']);
/** Behind these, go-yaml passes over a tab. */
const TAKES_TAB = new Set([
    'scalar',
    'single-quoted-scalar',
    'double-quoted-scalar',
    'map-value-ind',
    'flow-map-end',
    'flow-seq-end',
]);
/** Whether the white space is followed by a comment or the end of a line that says something. */
function isTrailing(tokens, index) {
    const next = tokens[index + 1]?.type ?? 'newline';
    return (next === 'comment' || next === 'newline') && TAKES_TAB.has(tokens[index - 1]?.type ?? '');
}
function tokensOf(text) {
    const tokens = [];
    let offset = 0;
    let isScalar = false;
    let isBlock = false;
    for (const source of new dist/* Lexer */.JG().lex(text)) {
        // the lexer announces a plain or block scalar by a control character of its own, which is not in the text
        if (source === dist/* CST */.DB.SCALAR || source === dist/* CST */.DB.DOCUMENT || source === dist/* CST */.DB.FLOW_END) {
            isScalar = source === dist/* CST */.DB.SCALAR;
            continue;
        }
        const type = isScalar
            ? isBlock
                ? 'block-scalar'
                : 'scalar'
            : (dist/* CST */.DB.tokenType(source) ?? 'unknown');
        tokens.push({ type, offset, source });
        offset += source.length;
        isBlock = type === 'block-scalar-header' || (isBlock && TRIVIA.has(type));
        isScalar = false;
    }
    return tokens;
}

;// CONCATENATED MODULE: ./src/domain/gitops/kustomization.ts







/**
 * Reads a kustomization and refuses what kustomize refuses, what it silently drops, and what only some YAML readers take.
 *
 * @example parseKustomization({ path: 'kustomization.yaml', text: 'namePrefix: on\n' }) // throws: namePrefix: is the boolean true; expected text
 * @throws {Fault} one of the `kustomization-…` faults, with the line where it is known
 */
function parseKustomization(file) {
    const facts = tokenFacts(file);
    const lines = new SourceLines(file.text);
    const document = composed(file, lines);
    const root = kustomization_rootOf(file, document);
    const model = modelAt(file, lines, document);
    const problems = [...violations(model, KUSTOMIZATION, ''), ...kindViolations(model)];
    const [first] = problems;
    if (first !== undefined) {
        const detail = problems.map(({ text }) => text).join('; ');
        throw gitopsFault(`kustomization-${first.kind}`, { subject: file.path, detail });
    }
    return { file, lines, root, model, ...facts };
}
/** The pair of a top-level field, whatever the case of its key. */
function fieldPair({ root }, name) {
    return root?.items.find(({ key }) => (0,dist/* isScalar */.jn)(key) && String(key.value).toLowerCase() === name.toLowerCase());
}
function composed(file, lines) {
    const documents = (0,dist/* parseAllDocuments */.hR)(file.text, {
        version: '1.1',
        schema: 'failsafe',
        merge: false,
        uniqueKeys: false,
        keepSourceTokens: true,
        prettyErrors: false,
        logLevel: 'silent',
    });
    const [document, second] = [...documents];
    // a tag that is not known is only a warning; the model refuses it
    const [error] = [...documents].flatMap(({ errors }) => errors);
    if (error !== undefined) {
        const subject = `${file.path}:${lines.indexAt(error.pos[0]) + 1}`;
        throw gitopsFault('kustomization-malformed', { subject, detail: error.message, cause: error });
    }
    if (second !== undefined) {
        const subject = `${file.path}:${lines.indexAt(second.range[0]) + 1}`;
        throw gitopsFault('kustomization-documents', { subject, detail: 'a second document begins' });
    }
    return document;
}
function kustomization_rootOf(file, document) {
    const contents = document?.contents;
    if ((0,dist/* isMap */.jh)(contents))
        return contents;
    if (contents === null || contents === undefined || ((0,dist/* isScalar */.jn)(contents) && contents.source === '')) {
        return undefined;
    }
    throw gitopsFault('kustomization-malformed', { subject: file.path, detail: 'it is not a mapping' });
}
function modelAt(file, lines, document) {
    try {
        const model = document ? modelOf(document, document.contents) : null;
        return isModelMap(model) ? model : {};
    }
    catch (error) {
        if (!(error instanceof ModelError))
            throw error;
        const subject = `${file.path}:${lines.indexAt(error.offset) + 1}`;
        throw gitopsFault(`kustomization-${error.kind}`, { subject, detail: error.message, cause: error });
    }
}
const VERSIONS = new Map([
    ['Kustomization', 'kustomize.config.k8s.io/v1beta1'],
    ['Component', 'kustomize.config.k8s.io/v1alpha1'],
]);
/**
 * kustomize edit takes any kind, and kustomize build refuses the result.
 *
 * @see https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.5.0/api/types/kustomization.go (EnforceFields)
 */
function kindViolations(model) {
    const kind = textAt(model, 'kind') || 'Kustomization';
    const version = VERSIONS.get(kind);
    if (version === undefined)
        return [refused(`kind: is ${kind}; expected Kustomization or Component`)];
    const given = textAt(model, 'apiVersion') || version;
    return given === version ? [] : [refused(`apiVersion: is ${given}; expected ${version} for a ${kind}`)];
}
function refused(text) {
    return { kind: 'refused', text };
}
function textAt(model, name) {
    const value = modelField(model, name);
    return typeof value === 'string' ? value : '';
}
/** The model of a field, whatever the case of its key. */
function modelField(model, name) {
    return Object.entries(model).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

;// CONCATENATED MODULE: ./src/domain/gitops/image-list.ts





/**
 * Finds `images` and its entries.
 *
 * @returns undefined when there is no such field
 * @throws {Fault} `kustomization-style` when it is not written with one field per line, `kustomization-duplicate` for a name twice
 */
function imageList(kustomization) {
    const deprecated = fieldPair(kustomization, 'imageTags')?.key;
    if (deprecated) {
        throw styleFault(kustomization, startOf(deprecated), 'imageTags is used, which kustomize merges into images');
    }
    const pair = fieldPair(kustomization, 'images');
    if (pair === undefined)
        return undefined;
    refuseMarks(kustomization, pair);
    const line = kustomization.lines.indexAt(startOf(pair.key));
    if ((0,dist/* isSeq */.oP)(pair.value) && pair.value.items.length > 0) {
        return { line, entries: entriesOf(kustomization, pair.value), placeholder: undefined };
    }
    return { line, entries: [], placeholder: placeholderOf(kustomization, pair, line) };
}
function startOf(node) {
    return node?.range?.[0] ?? 0;
}
function refuseMarks(kustomization, { key, value }) {
    const { lines, marks } = kustomization;
    const { start } = lines.at(lines.indexAt(startOf(key)));
    const end = value?.range?.[1] ?? start;
    const mark = marks.find((offset) => offset >= start && offset < end);
    if (mark !== undefined)
        throw styleFault(kustomization, mark, 'an anchor, alias or tag is used in images');
}
/** The fault for a place that cannot be changed line by line. */
function styleFault({ file, lines }, offset, detail, hint) {
    const subject = `${file.path}:${lines.indexAt(offset) + 1}`;
    return gitopsFault('kustomization-style', { subject, detail, ...(hint === undefined ? {} : { hint }) });
}
/** A field of an entry by its name. */
function fieldOf({ fields }, name) {
    return fields.find(({ key }) => key === name.toLowerCase());
}
function placeholderOf(kustomization, { value }, line) {
    const [start = 0, end = 0] = value?.range ?? [];
    if (start === end)
        return undefined;
    const { lines } = kustomization;
    if (lines.indexAt(start) !== line || lines.indexAt(end - 1) !== line) {
        throw styleFault(kustomization, start, 'the empty list does not stand on the line of its key');
    }
    return { start, end };
}
function entriesOf(kustomization, list) {
    if (list.flow === true) {
        throw styleFault(kustomization, startOf(list), 'images is a flow list, [ … ]');
    }
    const dashes = list.srcToken?.type === 'block-seq' ? list.srcToken.items : [];
    const entries = list.items.map((item, index) => {
        const dash = dashes[index]?.start.find(({ type }) => type === 'seq-item-ind')?.offset;
        return entryOf(kustomization, item, dash ?? startOf(item));
    });
    const twice = entries.find(({ name }, index) => entries.findIndex((other) => other.name === name) < index);
    if (twice === undefined)
        return entries;
    throw gitopsFault('kustomization-duplicate', {
        subject: `${kustomization.file.path}:${twice.line + 1}`,
        detail: `images has more than one entry ${twice.name === '' ? 'without a name' : `for ${twice.name}`}`,
    });
}
function entryOf(kustomization, item, dash) {
    const { lines, file } = kustomization;
    const line = lines.indexAt(dash);
    const column = dash - lines.at(line).start;
    if (column !== indentOf(lines.at(line))) {
        throw styleFault(kustomization, dash, 'an entry of images does not begin a line');
    }
    if (!(0,dist/* isMap */.jh)(item) || item.items.length === 0) {
        throw styleFault(kustomization, dash, 'an entry of images is empty');
    }
    const flow = item.flow === true;
    const fields = item.items.map((pair) => {
        const field = imageField(kustomization, pair);
        const prefix = field && file.text.slice(lines.at(field.line).start, field.start);
        if (field && prefix !== undefined && (flow ? field.line === line : /^ *(?:- +)?$/.test(prefix)))
            return field;
        throw styleFault(kustomization, dash, 'an entry of images has a field without a line of its own');
    });
    const name = fields.find(({ key }) => key === 'name')?.text ?? '';
    return { name, flow, line, column, fields, lastLine: fields.at(-1)?.line ?? line };
}

;// CONCATENATED MODULE: ./src/domain/gitops/git-ref.ts
// eslint-disable-next-line no-control-regex -- these are the characters to be refused
const FORBIDDEN = /[\u0000-\u0020\u007f~^:?*[\\]|\.\.|@\{|\/\/|\p{Surrogate}/u;
/**
 * Whether a name follows git's rules for refs: no control character, space, `~ ^ : ? * [ \`, no `..`, `@{` or `//`, no slash
 * at either end, no dot at the end, no component that begins with a dot or ends with `.lock`, and not `@` alone.
 *
 * @example isRefName('bump/dev/orders') && !isRefName('bump/.dev')
 * @see https://git-scm.com/docs/git-check-ref-format
 */
function isRefName(name) {
    if (name === '' || name === '@' || name.endsWith('.') || FORBIDDEN.test(name))
        return false;
    return name
        .split('/')
        .every((component) => component !== '' && !component.startsWith('.') && !component.endsWith('.lock'));
}
/** Whether a branch may have this name: a ref name that git's commands take for neither an option nor HEAD. */
function isBranchName(name) {
    return isRefName(name) && !name.startsWith('-') && name !== 'HEAD';
}

;// CONCATENATED MODULE: ./src/domain/gitops/source-commit.ts

const SHA = /^[0-9a-f]{40}$/;
/**
 * The commit an image was built from, and the ref the run was for.
 *
 * @example SourceCommit.parse('refs/heads/main', '0a'.repeat(20)).sha
 */
class SourceCommit {
    /** The full ref, e.g. `refs/heads/main`. It is shown, never trusted. */
    ref;
    /** 40 lower-case hex digits. */
    sha;
    constructor(ref, sha) {
        this.ref = ref;
        this.sha = sha;
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(ref, sha) {
        if (!ref.startsWith('refs/') || !isRefName(ref) || !SHA.test(sha)) {
            throw new RangeError('a full ref such as refs/heads/main and a commit of 40 lower-case hex digits');
        }
        return new SourceCommit(ref, sha);
    }
}

;// CONCATENATED MODULE: ./src/domain/gitops/source-record.ts

/**
 * Writes a record as the text of a comment, the convention of pinned actions. What is not printable ASCII in the ref, and
 * the percent sign, is percent-encoded, so that a ref cannot end the line or reorder it on a screen.
 *
 * @example formatSourceRecord(SourceCommit.parse('refs/heads/main', sha)) === `# refs/heads/main ${sha}`
 */
function formatSourceRecord({ ref, sha }) {
    return `# ${ref.replace(/[^!-~]|%/gu, encodeURIComponent)} ${sha}`;
}
/**
 * Reads the text of a comment, with its `#`; undefined where there is no comment.
 *
 * @example readSourceRecord('# kept by hand').kind === 'absent'
 */
function readSourceRecord(comment) {
    const text = comment?.replace(/^#/, '').trim() ?? '';
    if (!text.startsWith('refs/'))
        return { kind: 'absent' };
    const [ref = '', sha = '', ...rest] = text.split(/ +/);
    try {
        if (rest.length > 0)
            throw new RangeError('a ref and a commit, nothing else');
        return { kind: 'recorded', source: SourceCommit.parse(decodeURIComponent(ref), sha) };
    }
    catch {
        return { kind: 'unreadable', text };
    }
}

;// CONCATENATED MODULE: ./src/domain/gitops/record-place.ts


/**
 * Reads which commit an entry was built from: the comment behind the digest, or the one on the line above it. Two that claim to
 * be the record and differ are unreadable.
 */
function recordOf(kustomization, entry) {
    const [first, second] = placesOf(kustomization, entry)
        .map(({ record }) => record)
        .filter(({ kind }) => kind !== 'absent');
    if (first === undefined)
        return { kind: 'absent' };
    if (second === undefined || (second.kind === 'recorded' && holds(first, second.source)))
        return first;
    return { kind: 'unreadable', text: 'two records that differ' };
}
/**
 * The edits that record a commit: in the place of an earlier record, else behind the digest, else, where someone else's comment is
 * there, on a line above it. Without a commit an earlier record is removed, because it spoke of another digest.
 */
function recordEdits(kustomization, entry, source) {
    const places = placesOf(kustomization, entry);
    const earlier = places.filter(({ record }) => record.kind !== 'absent');
    if (source === undefined)
        return earlier.map(({ cut }) => ({ ...cut, text: '' }));
    const text = formatSourceRecord(source);
    if (earlier.length > 0) {
        return earlier
            .filter(({ record }) => !holds(record, source))
            .map(({ start, line }) => ({ start, end: line.end, text }));
    }
    const field = fieldOf(entry, 'digest');
    if (field === undefined || entry.flow)
        return [];
    const line = kustomization.lines.at(field.line);
    if (!places.some((place) => place.line === line))
        return [{ start: field.end, end: line.end, text: ` ${text}` }];
    const indent = /^ */.exec(line.content)?.[0] ?? '';
    const eol = kustomization.lines.eolNear(field.line);
    return [{ start: line.start, end: line.start, text: indent + text + eol }];
}
function holds(record, { ref, sha }) {
    return record.kind === 'recorded' && record.source.ref === ref && record.source.sha === sha;
}
/** The comment behind the digest and the one on the line above, where they are. */
function placesOf({ lines, file }, entry) {
    const field = fieldOf(entry, 'digest');
    if (field === undefined)
        return [];
    const line = lines.at(field.line);
    const behind = /^[ \t]*#/.exec(file.text.slice(field.end, line.end));
    const above = lines.at(field.line - 1);
    const places = [];
    if (behind) {
        places.push(placeAt(line, field.end + behind[0].length - 1, { start: field.end, end: line.end }));
    }
    if (lines.isComment(field.line - 1)) {
        places.push(placeAt(above, above.start + above.content.indexOf('#'), { start: above.start, end: above.next }));
    }
    return places;
}
function placeAt(line, start, cut) {
    return { line, start, cut, record: readSourceRecord(line.content.slice(start - line.start)) };
}

;// CONCATENATED MODULE: ./src/domain/gitops/held-image.ts


/**
 * Reads the images of an overlay, in the order of the file.
 *
 * @example heldImages(parseKustomization({ path, text: 'images:\n- name: orders\n  newTag: v1\n' }))[0].newTag === 'v1'
 * @throws {Fault} `kustomization-style` or `kustomization-duplicate`
 */
function heldImages(kustomization) {
    return (imageList(kustomization)?.entries ?? []).map((entry) => heldImage(kustomization, entry));
}
function heldImage(kustomization, entry) {
    const text = (name) => {
        const field = fieldOf(entry, name);
        return field === undefined || field.text === '' ? undefined : field.text;
    };
    return {
        name: entry.name,
        newName: text('newName'),
        newTag: text('newTag'),
        tagSuffix: text('tagSuffix'),
        digest: text('digest'),
        record: recordOf(kustomization, entry),
    };
}

;// CONCATENATED MODULE: ./src/domain/gitops/image-addition.ts




/**
 * The edits that add an entry: at its place where the list is sorted by name, byte for byte, else at the end; in the
 * indentation, quotes and order of fields of its neighbour. Where there is no list, it begins one behind the last field.
 *
 * @param list undefined where the kustomization has no field `images`
 * @throws {Fault} `kustomization-style` when nothing can be written behind the last field
 */
function additionEdits(kustomization, list, assignment) {
    if (list === undefined)
        return [newList(kustomization, assignment)];
    return list.entries.length === 0
        ? firstEntry(kustomization, list, assignment)
        : [furtherEntry(kustomization, list, assignment)];
}
function furtherEntry({ lines }, { line: keyLine, entries }, assignment) {
    const isSorted = entries.every(({ name }, index) => index === 0 || (entries[index - 1]?.name ?? '') < name);
    const later = isSorted ? entries.findIndex(({ name }) => name > assignment.name) : -1;
    const before = later < 0 ? entries.at(-1) : entries[later - 1];
    const neighbour = before ?? entries[0];
    if (neighbour === undefined)
        throw new Error('a list without entries has no neighbour to copy');
    const added = entryLines(assignment, styleOf(neighbour, lines));
    const gap = areSpaced(entries, lines) ? [''] : [];
    if (before)
        return insertBehind(lines, lastLineOf(before, lines), [...gap, ...added]);
    // a comment that touches the first entry belongs to it
    let line = neighbour.line;
    while (line - 1 > keyLine && lines.isComment(line - 1))
        line -= 1;
    const { start } = lines.at(line);
    const eol = lines.eolNear(line);
    return { start, end: start, text: [...added, ...gap].map((text) => text + eol).join('') };
}
function firstEntry(kustomization, { line, placeholder }, assignment) {
    const { lines, file } = kustomization;
    const key = lines.at(line);
    const added = entryLines(assignment, ownStyle(kustomization));
    const insertion = insertBehind(lines, line, added);
    if (placeholder === undefined)
        return [insertion];
    const colon = file.text.slice(0, placeholder.start).trimEnd().length;
    const isLast = file.text.slice(placeholder.end, key.end).trim() === '';
    return [{ start: colon, end: isLast ? key.end : placeholder.end, text: '' }, insertion];
}
function newList(kustomization, assignment) {
    const { lines, file, root, endsInBlockScalar } = kustomization;
    const end = file.text.length;
    const isEnded = end === 0 || /(?:\n|^\ufeff)$/.test(file.text);
    if (!isEnded && endsInBlockScalar) {
        const detail = 'the file ends inside a block scalar, without a line end';
        throw styleFault(kustomization, end, detail, 'End the last line of the file.');
    }
    if (root?.flow === true)
        throw styleFault(kustomization, root.range?.[0] ?? 0, 'the file is a flow mapping, { … }');
    const last = lines.lines.length - 1;
    const isSpaced = !endsInBlockScalar && !lines.isBlank(last) && isLastFieldSpaced(kustomization);
    const indent = ' '.repeat(rootColumn(kustomization));
    const added = [
        ...(isSpaced ? [''] : []),
        `${indent}images:`,
        ...entryLines(assignment, ownStyle(kustomization)),
    ];
    if (!isEnded)
        return insertBehind(lines, last, added);
    const eol = lines.eolNear(0);
    return { start: end, end, text: added.map((text) => text + eol).join('') };
}
function insertBehind(lines, line, added) {
    const { end } = lines.at(line);
    const eol = lines.eolNear(line);
    return { start: end, end, text: added.map((text) => eol + text).join('') };
}
function entryLines({ name, newName, digest }, style) {
    const named = [`name: ${scalarText(name, style.quote)}`, `newName: ${scalarText(newName, style.quote)}`];
    const pinned = `digest: ${scalarText(digest.text, style.quote)}`;
    const fields = style.digestFirst ? [pinned, ...named] : [...named, pinned];
    const indent = ' '.repeat(style.column);
    return fields.map((field, index) => `${indent}${(index === 0 ? '-' : '').padEnd(style.step)}${field}`);
}
function styleOf(entry, lines) {
    const [first] = entry.fields;
    const step = first?.line === entry.line ? first.start - lines.at(entry.line).start - entry.column : 2;
    const position = (key) => entry.fields.findIndex((field) => field.key === key);
    return {
        column: entry.column,
        step: entry.flow ? 2 : step,
        quote: fieldOf(entry, 'name')?.quote ?? '',
        digestFirst: position('digest') >= 0 && position('digest') < position('name'),
    };
}
/** The style of a list in a file that shows none: the indentation of its first other list, else kustomize's own. */
function ownStyle(kustomization) {
    const { root, lines } = kustomization;
    const list = root?.items
        .map(({ value }) => value)
        .find((value) => (0,dist/* isSeq */.oP)(value) && value.flow !== true && value.items.length > 0);
    const dash = list?.range?.[0];
    const column = dash === undefined ? rootColumn(kustomization) : dash - lines.at(lines.indexAt(dash)).start;
    return { column, step: 2, quote: '', digestFirst: false };
}
function rootColumn({ root, lines }) {
    const first = root?.items[0]?.key;
    return (0,dist/* isScalar */.jn)(first) && first.range ? indentOf(lines.at(lines.indexAt(first.range[0]))) : 0;
}
/** Where an entry ends: its comments stand deeper than its dash and touch it. */
function lastLineOf({ lastLine, column }, lines) {
    let line = lastLine;
    while (lines.isComment(line + 1) && indentOf(lines.at(line + 1)) > column)
        line += 1;
    return line;
}
function areSpaced(entries, lines) {
    const further = entries.slice(1);
    return further.length > 0 && further.every(({ line }) => isSpacedFrom(line, lines));
}
function isLastFieldSpaced({ root, lines }) {
    const last = root && root.items.length > 1 ? root.items.at(-1)?.key : undefined;
    return (0,dist/* isScalar */.jn)(last) && last.range ? isSpacedFrom(lines.indexAt(last.range[0]), lines) : false;
}
/** Whether a blank line stands above a line and the comments that touch it. */
function isSpacedFrom(line, lines) {
    let first = line;
    while (lines.isComment(first - 1))
        first -= 1;
    return lines.isBlank(first - 1);
}

;// CONCATENATED MODULE: ./src/domain/gitops/image-change.ts



/**
 * The next edits on the way to what `kustomize edit set image name=newName@digest` makes of an entry: that name, newName and
 * digest, and nothing else; none when it is there. First the values are set, then the fields that go are removed one by one.
 *
 * Fields that stay keep their place, quotes and comments; where there is no digest yet, newTag becomes it in its own line.
 * The comment of a line that goes stays on a line of its own: a human wrote it.
 *
 * @throws {Fault} `kustomization-style` when the entry has to change and is a flow mapping
 */
function changeEdits(kustomization, entry, assignment) {
    const set = settingEdits(kustomization, entry, assignment);
    const superfluous = fieldOf(entry, 'newTag') ?? fieldOf(entry, 'tagSuffix');
    if (set.length === 0 && superfluous === undefined)
        return [];
    if (entry.flow) {
        const { start } = kustomization.lines.at(entry.line);
        throw styleFault(kustomization, start, `the entry for ${entry.name} is a flow mapping, { … }`);
    }
    return set.length > 0 || superfluous === undefined ? set : [removal(kustomization, entry, superfluous)];
}
function settingEdits(kustomization, entry, { newName, digest }) {
    const quote = fieldOf(entry, 'name')?.quote ?? '';
    const nameField = fieldOf(entry, 'newName');
    const digestField = fieldOf(entry, 'digest');
    const tag = digestField ? undefined : fieldOf(entry, 'newTag');
    const replaced = digestField ?? tag;
    return [
        ...(nameField ? valueEdits(nameField, newName) : []),
        ...(tag ? [{ start: tag.start, end: tag.keyEnd, text: 'digest' }] : []),
        ...(replaced ? valueEdits(replaced, digest.text) : []),
        ...insertion(kustomization, entry, [
            ...(nameField ? [] : [`newName: ${scalarText(newName, quote)}`]),
            ...(replaced ? [] : [`digest: ${scalarText(digest.text, quote)}`]),
        ]),
    ];
}
/** New fields stand behind newName, else behind the name. */
function insertion({ lines }, entry, added) {
    const before = fieldOf(entry, 'newName') ?? fieldOf(entry, 'name');
    if (before === undefined || added.length === 0)
        return [];
    const { start, end } = lines.at(before.line);
    const eol = lines.eolNear(before.line);
    const indent = ' '.repeat(before.start - start);
    return [{ start: end, end, text: added.map((field) => `${eol}${indent}${field}`).join('') }];
}
function removal({ lines, file }, entry, field) {
    const line = lines.at(field.line);
    const comment = file.text.slice(field.end, line.end).indexOf('#');
    if (comment >= 0)
        return { start: field.start, end: field.end + comment, text: '' };
    if (field.line === entry.line) {
        // the dash stays: with the next field where that follows at once, else alone on its line
        const next = entry.fields.find((other) => other.line === field.line + 1);
        return next
            ? { start: field.start, end: next.start, text: '' }
            : { start: line.start + entry.column + 1, end: line.end, text: '' };
    }
    return line.eol === ''
        ? { start: lines.at(field.line - 1).end, end: line.end, text: '' }
        : { start: line.start, end: line.next, text: '' };
}

;// CONCATENATED MODULE: ./src/domain/gitops/splice.ts
/**
 * Replaces ranges of a text. Everything outside of them stays as it is.
 *
 * @example splice('a: 1', [{ start: 3, end: 4, text: '2' }]) === 'a: 2'
 * @throws {Error} when ranges overlap, which is a bug of the caller
 */
function splice(text, edits) {
    let result = '';
    let position = 0;
    // sorting is stable: insertions at one place keep their order, and come before a range that begins there
    for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
        if (edit.start < position)
            throw new Error(`edits overlap at offset ${edit.start}`);
        result += text.slice(position, edit.start) + edit.text;
        position = edit.end;
    }
    return result + text.slice(position);
}

;// CONCATENATED MODULE: ./src/domain/gitops/verify-edit.ts




/**
 * Holds the result of an edit against what kustomize makes of the same file: the named images are exactly name, newName and
 * digest, all others and everything else are as before, and the records say the given commits.
 *
 * @throws {Error} when they differ: the edit has a bug, and its result must not be written
 */
function verifyEdit(input, output, updates) {
    const before = input.model;
    const after = output.model;
    const named = new Set(updates.map(({ name }) => name));
    const rest = (model) => JSON.stringify([withoutImages(model), others(model, named)]);
    if (rest(before) !== rest(after))
        throw bug(output, 'something else changed');
    for (const update of updates) {
        const found = imagesOf(after).filter((image) => verify_edit_nameOf(image) === update.name);
        const wanted = { digest: update.digest.text, name: update.name, newName: update.newName };
        if (found.length !== 1 || canonical(found[0] ?? null) !== JSON.stringify(wanted)) {
            throw bug(output, `${update.name} is ${JSON.stringify(found)}`);
        }
    }
    verifyRecords(output, updates);
}
function verifyRecords(output, updates) {
    const images = heldImages(output);
    for (const { name, source } of updates) {
        const record = images.find((image) => image.name === name)?.record;
        const text = record?.kind === 'recorded' ? formatSourceRecord(record.source) : undefined;
        if (source !== undefined && text !== formatSourceRecord(source)) {
            throw bug(output, `the commit of ${name} is not recorded`);
        }
    }
}
function bug({ file }, what) {
    return new Error(`the edit of ${file.path} went wrong, nothing is written: ${what}`);
}
function withoutImages(model) {
    return Object.fromEntries(Object.entries(model).filter(([key]) => key.toLowerCase() !== 'images'));
}
function imagesOf(model) {
    const images = modelField(model, 'images');
    return Array.isArray(images) ? images : [];
}
function others(model, named) {
    return imagesOf(model).filter((image) => !named.has(verify_edit_nameOf(image)));
}
function verify_edit_nameOf(image) {
    const name = isModelMap(image) ? modelField(image, 'name') : undefined;
    return typeof name === 'string' ? name : '';
}
/** An image as kustomize writes it: without empty fields, in alphabetical order. */
function canonical(image) {
    const fields = isModelMap(image) ? Object.entries(image) : [];
    const names = new Map(['digest', 'name', 'newName', 'newTag', 'tagSuffix'].map((name) => [name.toLowerCase(), name]));
    const written = fields
        .filter(([, value]) => value !== null && value !== '')
        .map(([key, value]) => [names.get(key.toLowerCase()) ?? key, value]);
    return JSON.stringify(Object.fromEntries(written.toSorted(([one], [other]) => (one < other ? -1 : 1))));
}

;// CONCATENATED MODULE: ./src/domain/gitops/kustomization-edit.ts








/**
 * Does to a kustomization what `kustomize edit set image name=newName@digest …` v5.5.0 means, by changing only the lines in
 * question: comments, order, quotes, indentation, line ends and the end of the file stay as they are. kustomize sorts the
 * list; this keeps its order, because images are applied in it. `newName` is always written, as kustomize does, even where it
 * equals the name. The result is read again and compared with what kustomize would have made; setting twice changes nothing more.
 *
 * @param updates no name twice
 * @example setImages({ path, text: 'images:\n- name: a\n  newTag: v1 # keep\n' }, [{ name: 'a', newName: 'r.io/a', digest, source: undefined }])
 *   .text === `images:\n- name: a\n  newName: r.io/a\n  digest: ${digest} # keep\n`
 * @throws {Fault} one of the `kustomization-…` faults: nothing is to be written then
 * @throws {Error} when the result is not what it should be, which is a bug
 */
function setImages(file, updates) {
    const input = parseKustomization(file);
    const before = heldImages(input);
    let output = input;
    for (const update of updates)
        output = setImage(output, update);
    verifyEdit(input, output, updates);
    const after = heldImages(output);
    return {
        text: output.file.text,
        changes: updates.map(({ name }) => changeOf(name, before, after)),
    };
}
function setImage(input, update) {
    const set = untilDone(input, (kustomization) => {
        const { list, entry } = find(kustomization, update.name);
        return entry ? changeEdits(kustomization, entry, update) : additionEdits(kustomization, list, update);
    });
    if (update.source === undefined && holdsDigest(input, update))
        return set;
    return untilDone(set, (kustomization) => {
        const { entry } = find(kustomization, update.name);
        return entry ? recordEdits(kustomization, entry, update.source) : [];
    });
}
/** The most steps one image takes: values, two removals, and the look that finds nothing to do. */
const MOST_STEPS = 5;
/** Edits step by step, each on the result of the one before, so that no two edits meet. */
function untilDone(input, next) {
    let current = input;
    for (let step = 0; step < MOST_STEPS; step++) {
        const edits = next(current);
        if (edits.length === 0)
            return current;
        current = reparsed(current, edits);
    }
    throw new Error(`the edit of ${input.file.path} does not come to an end`);
}
function reparsed({ file }, edits) {
    try {
        return parseKustomization({ ...file, text: splice(file.text, edits) });
    }
    catch (cause) {
        throw new Error(`the edit of ${file.path} made a file that cannot be read, nothing is written`, { cause });
    }
}
function find(kustomization, name) {
    const list = imageList(kustomization);
    return { list, entry: list?.entries.find((entry) => entry.name === name) };
}
function holdsDigest(kustomization, { name, digest }) {
    return heldImages(kustomization).some((image) => image.name === name && image.digest === digest.text);
}
function changeOf(name, before, after) {
    const old = before.find((image) => image.name === name);
    const now = after.find((image) => image.name === name);
    if (now === undefined)
        throw new Error(`the image ${name} was not set`);
    return { name, kind: kustomization_edit_kindOf(old, now), before: old, after: now };
}
function kustomization_edit_kindOf(before, after) {
    if (before === undefined)
        return 'added';
    const { record: oldRecord, ...oldFields } = before;
    const { record, ...fields } = after;
    if (JSON.stringify(oldFields) !== JSON.stringify(fields))
        return 'updated';
    return JSON.stringify(oldRecord) === JSON.stringify(record) ? 'unchanged' : 'recorded';
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/line.js


class LineDiff extends Diff {
    constructor() {
        super(...arguments);
        this.tokenize = tokenize;
    }
    equals(left, right, options) {
        // If we're ignoring whitespace, we need to normalise lines by stripping
        // whitespace before checking equality. (This has an annoying interaction
        // with newlineIsToken that requires special handling: if newlines get their
        // own token, then we DON'T want to trim the *newline* tokens down to empty
        // strings, since this would cause us to treat whitespace-only line content
        // as equal to a separator between lines, which would be weird and
        // inconsistent with the documented behavior of the options.)
        if (options.ignoreWhitespace) {
            if (!options.newlineIsToken || !left.includes('\n')) {
                left = left.trim();
            }
            if (!options.newlineIsToken || !right.includes('\n')) {
                right = right.trim();
            }
        }
        else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
            if (left.endsWith('\n')) {
                left = left.slice(0, -1);
            }
            if (right.endsWith('\n')) {
                right = right.slice(0, -1);
            }
        }
        return super.equals(left, right, options);
    }
}
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
    return lineDiff.diff(oldStr, newStr, options);
}
function diffTrimmedLines(oldStr, newStr, options) {
    options = generateOptions(options, { ignoreWhitespace: true });
    return lineDiff.diff(oldStr, newStr, options);
}
// Exported standalone so it can be used from jsonDiff too.
function tokenize(value, options) {
    if (options.stripTrailingCr) {
        // remove one \r before \n to match GNU diff's --strip-trailing-cr behavior
        value = value.replace(/\r\n/g, '\n');
    }
    const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
    // Ignore the final empty token that occurs if the string ends with a new line
    if (!linesAndNewlines[linesAndNewlines.length - 1]) {
        linesAndNewlines.pop();
    }
    // Merge the content and line separators into single tokens
    for (let i = 0; i < linesAndNewlines.length; i++) {
        const line = linesAndNewlines[i];
        if (i % 2 && !options.newlineIsToken) {
            retLines[retLines.length - 1] += line;
        }
        else {
            retLines.push(line);
        }
    }
    return retLines;
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/patch/create.js

/**
 * Returns true if the filename contains characters that require C-style
 * quoting (as used by Git and GNU diffutils in diff output).
 */
function needsQuoting(s) {
    for (let i = 0; i < s.length; i++) {
        if (s[i] < '\x20' || s[i] > '\x7e' || s[i] === '"' || s[i] === '\\') {
            return true;
        }
    }
    return false;
}
/**
 * C-style quotes a filename, encoding special characters as escape sequences
 * and non-ASCII bytes as octal escapes. This is the inverse of
 * `parseQuotedFileName` in parse.ts.
 *
 * Non-ASCII bytes are encoded as UTF-8 before being emitted as octal escapes.
 * This matches the behaviour of both Git and GNU diffutils, which always emit
 * UTF-8 octal escapes regardless of the underlying filesystem encoding (e.g.
 * Git for Windows converts from NTFS's UTF-16 to UTF-8 internally).
 *
 * If the filename doesn't need quoting, returns it as-is.
 */
function quoteFileNameIfNeeded(s) {
    if (!needsQuoting(s)) {
        return s;
    }
    let result = '"';
    const bytes = new TextEncoder().encode(s);
    let i = 0;
    while (i < bytes.length) {
        const b = bytes[i];
        // See https://en.wikipedia.org/wiki/Escape_sequences_in_C#Escape_sequences
        if (b === 0x07) {
            result += '\\a';
        }
        else if (b === 0x08) {
            result += '\\b';
        }
        else if (b === 0x09) {
            result += '\\t';
        }
        else if (b === 0x0a) {
            result += '\\n';
        }
        else if (b === 0x0b) {
            result += '\\v';
        }
        else if (b === 0x0c) {
            result += '\\f';
        }
        else if (b === 0x0d) {
            result += '\\r';
        }
        else if (b === 0x22) {
            result += '\\"';
        }
        else if (b === 0x5c) {
            result += '\\\\';
        }
        else if (b >= 0x20 && b <= 0x7e) {
            // Just a printable ASCII character that is neither a double quote nor a
            // backslash; no need to escape it.
            result += String.fromCharCode(b);
        }
        else {
            // Either part of a non-ASCII character or a control character without a
            // special escape sequence; needs escaping as a 3-digit octal escape
            result += '\\' + b.toString(8).padStart(3, '0');
        }
        i++;
    }
    result += '"';
    return result;
}
const INCLUDE_HEADERS = {
    includeIndex: true,
    includeUnderline: true,
    includeFileHeaders: true
};
const FILE_HEADERS_ONLY = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: true
};
const OMIT_HEADERS = {
    includeIndex: false,
    includeUnderline: false,
    includeFileHeaders: false
};
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    let optionsObj;
    if (!options) {
        optionsObj = {};
    }
    else if (typeof options === 'function') {
        optionsObj = { callback: options };
    }
    else {
        optionsObj = options;
    }
    if (typeof optionsObj.context === 'undefined') {
        optionsObj.context = 4;
    }
    // We copy this into its own variable to placate TypeScript, which thinks
    // optionsObj.context might be undefined in the callbacks below.
    const context = optionsObj.context;
    // @ts-expect-error (runtime check for something that is correctly a static type error)
    if (optionsObj.newlineIsToken) {
        throw new Error('newlineIsToken may not be used with patch-generation functions, only with diffing functions');
    }
    if (!optionsObj.callback) {
        return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
    }
    else {
        const { callback } = optionsObj;
        diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
                const patch = diffLinesResultToPatch(diff);
                // TypeScript is unhappy without the cast because it does not understand that `patch` may
                // be undefined here only if `callback` is StructuredPatchCallbackAbortable:
                callback(patch);
            } }));
    }
    function diffLinesResultToPatch(diff) {
        // STEP 1: Build up the patch with no "\ No newline at end of file" lines and with the arrays
        //         of lines containing trailing newline characters. We'll tidy up later...
        if (!diff) {
            return;
        }
        diff.push({ value: '', lines: [] }); // Append an empty value to make cleanup easier
        function contextLines(lines) {
            return lines.map(function (entry) { return ' ' + entry; });
        }
        const hunks = [];
        let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
        for (let i = 0; i < diff.length; i++) {
            const current = diff[i], lines = current.lines || splitLines(current.value);
            current.lines = lines;
            if (current.added || current.removed) {
                // If we have previous context, start with that
                if (!oldRangeStart) {
                    const prev = diff[i - 1];
                    oldRangeStart = oldLine;
                    newRangeStart = newLine;
                    if (prev) {
                        curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
                        oldRangeStart -= curRange.length;
                        newRangeStart -= curRange.length;
                    }
                }
                // Output our changes
                for (const line of lines) {
                    curRange.push((current.added ? '+' : '-') + line);
                }
                // Track the updated file position
                if (current.added) {
                    newLine += lines.length;
                }
                else {
                    oldLine += lines.length;
                }
            }
            else {
                // Identical context lines. Track line changes
                if (oldRangeStart) {
                    // Close out any changes that have been output (or join overlapping)
                    if (lines.length <= context * 2 && i < diff.length - 2) {
                        // Overlapping
                        for (const line of contextLines(lines)) {
                            curRange.push(line);
                        }
                    }
                    else {
                        // end the range and output
                        const contextSize = Math.min(lines.length, context);
                        for (const line of contextLines(lines.slice(0, contextSize))) {
                            curRange.push(line);
                        }
                        const hunk = {
                            oldStart: oldRangeStart,
                            oldLines: (oldLine - oldRangeStart + contextSize),
                            newStart: newRangeStart,
                            newLines: (newLine - newRangeStart + contextSize),
                            lines: curRange
                        };
                        hunks.push(hunk);
                        oldRangeStart = 0;
                        newRangeStart = 0;
                        curRange = [];
                    }
                }
                oldLine += lines.length;
                newLine += lines.length;
            }
        }
        // Step 2: eliminate the trailing `\n` from each line of each hunk, and, where needed, add
        //         "\ No newline at end of file".
        for (const hunk of hunks) {
            for (let i = 0; i < hunk.lines.length; i++) {
                if (hunk.lines[i].endsWith('\n')) {
                    hunk.lines[i] = hunk.lines[i].slice(0, -1);
                }
                else {
                    hunk.lines.splice(i + 1, 0, '\\ No newline at end of file');
                    i++; // Skip the line we just added, then continue iterating
                }
            }
        }
        return {
            oldFileName: oldFileName, newFileName: newFileName,
            oldHeader: oldHeader, newHeader: newHeader,
            hunks: hunks
        };
    }
}
/**
 * creates a unified diff patch.
 *
 * @param patch either a single structured patch object (as returned by `structuredPatch`) or an
 *   array of them (as returned by `parsePatch`).
 * @param headerOptions behaves the same as the `headerOptions` option of `createTwoFilesPatch`.
 *   Ignored for patches where `isGit` is `true`.
 *
 * When a patch has `isGit: true`, `formatPatch` output is changed to more closely match Git's
 * output: it emits a `diff --git` header, emits Git extended headers as appropriate based on
 * properties like `isRename`, `isCreate`, `newMode`, etc, and will omit `---`/`+++` file
 * headers for patches with no hunks (e.g. renames without content changes).
 */
function formatPatch(patch, headerOptions) {
    var _a, _b, _c, _d, _e, _f;
    if (!headerOptions) {
        headerOptions = INCLUDE_HEADERS;
    }
    if (Array.isArray(patch)) {
        if (patch.length > 1 && !headerOptions.includeFileHeaders && !patch.every(p => p.isGit)) {
            throw new Error('Cannot omit file headers on a multi-file patch. '
                + '(The result would be unparseable; how would a tool trying to apply '
                + 'the patch know which changes are to which file?)');
        }
        return patch.map(p => formatPatch(p, headerOptions)).join('\n');
    }
    const ret = [];
    // Git patches have a fixed header format (diff --git, extended headers,
    // and ---/+++ when hunks are present), so headerOptions is ignored.
    if (patch.isGit) {
        headerOptions = INCLUDE_HEADERS;
        // Emit Git-style diff --git header and extended headers.
        // Git never puts /dev/null in the "diff --git" line; for file
        // creations/deletions it uses the real filename on both sides.
        if (!patch.oldFileName) {
            throw new Error('oldFileName must be specified for Git patches');
        }
        if (!patch.newFileName) {
            throw new Error('newFileName must be specified for Git patches');
        }
        let gitOldName = patch.oldFileName;
        let gitNewName = patch.newFileName;
        if (patch.isCreate && gitOldName === '/dev/null') {
            gitOldName = gitNewName.replace(/^b\//, 'a/');
        }
        else if (patch.isDelete && gitNewName === '/dev/null') {
            gitNewName = gitOldName.replace(/^a\//, 'b/');
        }
        ret.push('diff --git ' + quoteFileNameIfNeeded(gitOldName) + ' ' + quoteFileNameIfNeeded(gitNewName));
        if (patch.isDelete) {
            ret.push('deleted file mode ' + ((_a = patch.oldMode) !== null && _a !== void 0 ? _a : '100644'));
        }
        if (patch.isCreate) {
            ret.push('new file mode ' + ((_b = patch.newMode) !== null && _b !== void 0 ? _b : '100644'));
        }
        if (patch.oldMode && patch.newMode && !patch.isDelete && !patch.isCreate) {
            ret.push('old mode ' + patch.oldMode);
            ret.push('new mode ' + patch.newMode);
        }
        if (patch.isRename) {
            ret.push('rename from ' + quoteFileNameIfNeeded(((_c = patch.oldFileName) !== null && _c !== void 0 ? _c : '').replace(/^a\//, '')));
            ret.push('rename to ' + quoteFileNameIfNeeded(((_d = patch.newFileName) !== null && _d !== void 0 ? _d : '').replace(/^b\//, '')));
        }
        if (patch.isCopy) {
            ret.push('copy from ' + quoteFileNameIfNeeded(((_e = patch.oldFileName) !== null && _e !== void 0 ? _e : '').replace(/^a\//, '')));
            ret.push('copy to ' + quoteFileNameIfNeeded(((_f = patch.newFileName) !== null && _f !== void 0 ? _f : '').replace(/^b\//, '')));
        }
    }
    else {
        if (headerOptions.includeIndex && patch.oldFileName == patch.newFileName && patch.oldFileName !== undefined) {
            ret.push('Index: ' + patch.oldFileName);
        }
        if (headerOptions.includeUnderline) {
            ret.push('===================================================================');
        }
    }
    // Emit --- / +++ file headers. For Git patches with no hunks (e.g.
    // pure renames, mode-only changes), Git omits these, so we do too.
    const hasHunks = patch.hunks.length > 0;
    if (headerOptions.includeFileHeaders && patch.oldFileName !== undefined && patch.newFileName !== undefined
        && (!patch.isGit || hasHunks)) {
        ret.push('--- ' + quoteFileNameIfNeeded(patch.oldFileName) + (patch.oldHeader ? '\t' + patch.oldHeader : ''));
        ret.push('+++ ' + quoteFileNameIfNeeded(patch.newFileName) + (patch.newHeader ? '\t' + patch.newHeader : ''));
    }
    for (let i = 0; i < patch.hunks.length; i++) {
        const hunk = patch.hunks[i];
        // Unified Diff Format quirk: If the chunk size is 0,
        // the first number is one lower than one would expect.
        // https://www.artima.com/weblogs/viewpost.jsp?thread=164293
        const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
        const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
        ret.push('@@ -' + oldStart + ',' + hunk.oldLines
            + ' +' + newStart + ',' + hunk.newLines
            + ' @@');
        for (const line of hunk.lines) {
            ret.push(line);
        }
    }
    return ret.join('\n') + '\n';
}
function createTwoFilesPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
    if (typeof options === 'function') {
        options = { callback: options };
    }
    if (!(options === null || options === void 0 ? void 0 : options.callback)) {
        const patchObj = structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options);
        if (!patchObj) {
            return;
        }
        return formatPatch(patchObj, options === null || options === void 0 ? void 0 : options.headerOptions);
    }
    else {
        const { callback } = options;
        structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, Object.assign(Object.assign({}, options), { callback: patchObj => {
                if (!patchObj) {
                    callback(undefined);
                }
                else {
                    callback(formatPatch(patchObj, options.headerOptions));
                }
            } }));
    }
}
function createPatch(fileName, oldStr, newStr, oldHeader, newHeader, options) {
    return createTwoFilesPatch(fileName, fileName, oldStr, newStr, oldHeader, newHeader, options);
}
/**
 * Split `text` into an array of lines, including the trailing newline character (where present)
 */
function splitLines(text) {
    const hasTrailingNl = text.endsWith('\n');
    const result = text.split('\n').map(line => line + '\n');
    if (hasTrailingNl) {
        result.pop();
    }
    else {
        result.push(result.pop().slice(0, -1));
    }
    return result;
}

;// CONCATENATED MODULE: ./src/domain/gitops/unified-diff.ts

/**
 * The change as `git diff` shows it, three lines of context; empty where nothing changes.
 *
 * @example unifiedDiff([{ path: 'a', before: 'x\n', after: 'y\n' }]).startsWith('--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n+y\n')
 */
function unifiedDiff(files) {
    return files
        .filter(({ before, after }) => before !== after)
        .map(({ path, before, after }) => createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
    }))
        .join('');
}

;// CONCATENATED MODULE: ./src/domain/gitops/overlay-edit.ts





/**
 * Edits every overlay of a commit.
 *
 * @param overlays the first ones that the commit was read for, in their order
 * @throws {Fault} when one of them cannot be edited: all or nothing
 */
function editOverlays(commit, overlays, updates) {
    return overlays.map((overlay, index) => {
        const before = overlayFile(overlay, commit.overlays[index] ?? { exists: false, files: [] });
        return { overlay, before, ...setImages(before, updates) };
    });
}
/** The images of an overlay of a commit. @throws {Fault} when it cannot be read. */
function overlay_edit_imagesOf(commit, overlay, index) {
    const file = overlayFile(overlay, commit.overlays[index] ?? { exists: false, files: [] });
    return heldImages(parseKustomization(file));
}
/**
 * Whether an overlay deploys what the bump would deploy. A record of another commit for the same digest does not count: no pull request
 * is opened to move a comment.
 */
function holdsAlready(edits) {
    return edits.every(({ changes }) => changes.every(({ kind }) => kind === 'unchanged' || kind === 'recorded'));
}
/** The change of all overlays as `git diff` shows it; empty where they hold it already. */
function diffOf(edits) {
    return unifiedDiff(edits.map(({ before: { path, text: before }, text: after }) => ({ path, before, after })));
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

;// CONCATENATED MODULE: ./actions/gitops-bump/findings.ts

/** The rows of one evidence document; a document that decided nothing says why. */
function findingsOf(report) {
    const { action, details, reason } = report;
    if (Object.keys(details).length === 0)
        return [{ subject: action, finding: [markdown_text(reason)] }];
    switch (action) {
        case 'coverage-gate':
            return [coverage(details, report.outcome)];
        case 'publish-image':
            return publication(details);
        case 'cosign-sign':
            return [signature(details)];
        case 'validate-digest':
            return [findings_digest(details)];
        case 'gitops-bump':
            return [];
    }
}
function coverage({ covered, total, percent, threshold, enforced }, outcome) {
    const figures = `${percent ?? '?'} % (${covered ?? '?'}/${total ?? '?'})`;
    const rule = threshold === null ? 'no threshold' : `required ${threshold} %${enforced ? '' : ', not enforced'}`;
    return { subject: 'Coverage', finding: [markdown_text(figures), markdown_text(rule), markdown_text(outcome)] };
}
function publication({ platforms, reused, scan, sbom, }) {
    const severities = scan.severities.join(', ');
    return [
        { subject: 'Image', finding: [markdown_text(platforms.join(', ')), markdown_text(reused ? 'reused' : 'built')] },
        { subject: 'Scan', finding: [markdown_text(`${scan.tool}: ${scan.findings} findings of ${severities}`)] },
        { subject: 'SBOM', finding: [markdown_text(sbom.format), code(`sha256:${sbom.sha256}`)] },
    ];
}
function signature({ identity, issuer, logIndexes, predicates }) {
    const log = logIndexes.length === 0 ? [] : [markdown_text(`Rekor log index ${logIndexes.join(', ')}`)];
    const attested = predicates.map(({ type }) => markdown_text(`attests ${type}`));
    return {
        subject: 'Signature',
        finding: [md `signed by ${code(identity)}`, markdown_text(`issued by ${issuer}`), ...log, ...attested],
    };
}
function findings_digest({ mediaType, platforms, checkedIn }) {
    const place = checkedIn === null ? 'not looked up in a registry' : `found in ${checkedIn}`;
    return {
        subject: 'Digest',
        finding: [markdown_text(place), markdown_text(mediaType ?? ''), markdown_text(platforms.join(', '))].filter((part) => part !== ''),
    };
}
/** A `cosign verify` for each image whose signer was reported, ready to be pasted into a shell. */
function signaturesOf(reports, images) {
    const signed = reports.filter(({ action, details }) => action === 'cosign-sign' && 'identity' in details);
    return images
        .flatMap(({ newName, digest: { text: digestText } }) => {
        const report = signed.find((candidate) => candidate.digest === digestText) ?? signed.find(signs(digestText));
        const found = report?.details;
        if (found === undefined)
            return [];
        return [
            [
                'cosign verify',
                `  --certificate-identity ${quoted(found.identity)}`,
                `  --certificate-oidc-issuer ${quoted(found.issuer)}`,
                `  ${newName}@${digestText}`,
            ].join(' \\\n'),
        ];
    })
        .join('\n');
}
function signs(digestText) {
    return ({ details }) => {
        const { signed, skipped } = details;
        return [...signed, ...skipped].includes(digestText);
    };
}
/** One word of a POSIX shell, whatever is in it. */
function quoted(value) {
    return `'${value.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./actions/gitops-bump/image-tables.ts

/**
 * What changes, a table for each image. Two digests side by side are wider than what GitHub shows of a pull request, so they stand
 * one below the other.
 *
 * @param pages where GitHub shows the source repository; without it the commits are left out
 */
function imageTables(edits, pages) {
    const tables = edits.flatMap(({ overlay, changes }) => changes.map(({ before, after }) => table([code(after.name), code(overlay.text)], [
        [markdown_text('deployed'), versionOf(before)],
        [markdown_text('proposed'), versionOf(after)],
        ...(pages === undefined ? [] : [[markdown_text('commits'), commitsCell(pages, before, after)]]),
    ])));
    return blocks(...tables);
}
function versionOf(image) {
    if (image === undefined)
        return markdown_text('not there');
    const { name, newName = name, newTag, digest } = image;
    return code([newName, newTag && `:${newTag}`, digest && `@${digest}`].join(''));
}
function commitsCell(pages, before, after) {
    const [from, to] = [recordedCommit(before), recordedCommit(after)];
    if (to === undefined)
        return markdown_text('–');
    if (from === undefined || from.sha === to.sha)
        return markdown_link(code(to.sha.slice(0, 12)), `${pages}/commit/${to.sha}`);
    const range = `${from.sha.slice(0, 12)}...${to.sha.slice(0, 12)}`;
    return markdown_link(code(range), `${pages}/compare/${from.sha}...${to.sha}`);
}
function recordedCommit(image) {
    return image?.record.kind === 'recorded' ? image.record.source : undefined;
}

;// CONCATENATED MODULE: ./actions/gitops-bump/body.ts




/** GitHub takes bodies of 65,536 characters; people need some of them. */
const LONGEST_BLOCK = 55_000;
const LONGEST_DIFF = 20_000;
/** What the reviewer reads: what changes, where it comes from, what the jobs reported, and how to check it. */
function bodyBlock(pass, staged) {
    const { reports, target, scene } = pass;
    return fit(blocks(originOf(pass), imageTables(scene.edits, pagesOf(pass)), reports.length > 0 ? heading(4, markdown_text('Evidence')) : markdown_text(''), evidenceTable(reports, target.service), ...staged.map(stagedLine), verification(pass), details('Diff', codeBlock('diff', diffOf(scene.edits).slice(0, LONGEST_DIFF)))), LONGEST_BLOCK);
}
/** Where GitHub shows the source repository. */
function pagesOf({ target, context }) {
    return `${context.serverUrl}/${target.sourceRepository}`;
}
function originOf(pass) {
    const { source, service, order } = pass.target;
    const { context } = pass;
    const pages = pagesOf(pass);
    const commit = markdown_link(code(source.sha.slice(0, 12)), `${pages}/commit/${source.sha}`);
    const run = context.runId === undefined
        ? markdown_text('a run that is not known')
        : markdown_link(markdown_text(`run ${context.runId}, attempt ${context.runAttempt ?? 1}`), `${pages}/actions/runs/${context.runId}/attempts/${context.runAttempt ?? 1}`);
    const intent = order.rollback ? markdown_text('Rolls back on purpose') : markdown_text('Deploys');
    return md `${intent} **${markdown_text(service)}** of ${commit} on ${code(source.ref)}, proposed by ${run}.`;
}
/** The findings are claims of the jobs; only who runs the verification knows. */
function evidenceTable(reports, service) {
    const several = reports.some((report) => report.service !== service);
    const ordered = reports.toSorted((one, other) => rankOf(one) - rankOf(other));
    const rows = ordered.flatMap((report) => findingsOf(report).map(({ subject, finding }) => [
        markdown_text(several ? `${report.service}: ${subject}` : subject),
        join(finding, '; '),
        code(report.source.job ?? 'unknown job'),
    ]));
    return table(['what', 'finding', 'reported by'], rows);
}
function stagedLine({ image, pull }) {
    const origin = pull
        ? markdown_link(markdown_text(`pull request ${pull.number}`), pull.url)
        : markdown_text('no pull request that is known');
    return md `${code(image)} is promoted as it was deployed by ${origin}, where its evidence is.`;
}
/** The jobs in the order of the pipeline; `toSorted` is stable, so services stay as they were given. */
function rankOf({ action }) {
    return ['coverage-gate', 'publish-image', 'cosign-sign', 'validate-digest'].indexOf(action);
}
function verification({ reports, scene }) {
    const commands = signaturesOf(reports, scene.updates);
    return commands === '' ? markdown_text('') : blocks(markdown_text('Check the signature yourself:'), codeBlock('sh', commands));
}

;// CONCATENATED MODULE: ./src/domain/gitops/ancestry.ts
/** The answers of the source repository to the questions that were asked. */
class Ancestries {
    #answers = new Map();
    /** Remembers an answer. */
    add(comparison, ancestry) {
        this.#answers.set(keyOf(comparison), ancestry);
    }
    has(comparison) {
        return isSame(comparison) || this.#answers.has(keyOf(comparison));
    }
    /** A commit is identical to itself, which nobody has to be asked for. @throws {Error} when it was not asked, which is a bug */
    of(comparison) {
        const answer = isSame(comparison) ? 'identical' : this.#answers.get(keyOf(comparison));
        if (answer === undefined)
            throw new Error(`nobody was asked to compare ${keyOf(comparison)}`);
        return answer;
    }
}
function isSame({ source, replacement }) {
    return source.sha === replacement;
}
function keyOf({ source, replacement }) {
    return `${source.sha}...${replacement}`;
}

;// CONCATENATED MODULE: ./src/domain/gitops/guard.ts

/**
 * The commits that edits would replace. Only what is written in the committed files counts, never what a pull request says.
 *
 * @throws {Fault} `record-unreadable`: the order of the commits is unknown then, not free
 */
function recordedIn(edits) {
    const replaced = edits.flatMap(({ overlay, before, changes }) => changes.flatMap(({ name, kind, before: held, after }) => kind === 'updated' && held !== undefined
        ? [{ image: name, overlay: overlay.text, path: before.path, held, replacement: commitOf(after) }]
        : []));
    return {
        records: replaced.flatMap(({ image, overlay, path, replacement, held: { record } }) => {
            if (record.kind === 'unreadable')
                throw guard_unreadable(path, image, record.text);
            return record.kind === 'recorded' ? [{ image, overlay, source: record.source, replacement }] : [];
        }),
        unrecorded: replaced
            .filter(({ held }) => held.record.kind === 'absent' && held.digest !== undefined)
            .map(({ image }) => image),
    };
}
/** The commit that an edit has just recorded. */
function commitOf({ name, record }) {
    if (record.kind !== 'recorded')
        throw new Error(`the edit of ${name} recorded no commit`);
    return record.source.sha;
}
function guard_unreadable(path, image, text) {
    const detail = `the commit recorded for ${image} cannot be read: ${JSON.stringify(text.slice(0, 200))}`;
    return gitopsFault('record-unreadable', { subject: path, detail });
}
/**
 * Whether a bump from one commit would take an image back to an older one.
 *
 * | the bump's commit is … the recorded one | verdict |
 * |---|---|
 * | ahead of, identical to | go |
 * | behind | stale |
 * | diverged from | stale, unless `allow` |
 */
function guard({ records, unrecorded }, ancestries, onDiverged) {
    const stale = records
        .map((recorded) => ({ ...recorded, ancestry: ancestries.of(recorded) }))
        .find((recorded) => isStale(recorded.ancestry, onDiverged));
    return { stale, unrecorded };
}
function isStale(ancestry, onDiverged) {
    return ancestry === 'behind' || (ancestry === 'diverged' && onDiverged === 'stale');
}

;// CONCATENATED MODULE: ./src/domain/gitops/decide.ts



/**
 * The recorded commits that the bump's commits have to be compared with.
 *
 * @throws {Fault} `record-unreadable`
 */
function toBeCompared(situation, { rollback }) {
    if (rollback)
        return [];
    const places = [...(holdsAlready(situation.base) ? [] : [situation.base]), situation.branch ?? []];
    return places.flatMap((edits) => recordedIn(edits).records);
}
/**
 * Decides what a bump does, from what was read at one moment. Everything that is written later is bound to that moment by
 * compare-and-swap; where it has passed, all is read and decided anew.
 */
function decide(situation, ancestries, order) {
    if (holdsAlready(situation.base))
        return decideHeld(situation, ancestries, order);
    if (order.rollback)
        return decidePush(situation, []);
    const { snapshot, base, branch = [] } = situation;
    const onBase = guard(recordedIn(base), ancestries, order.onDiverged);
    if (onBase.stale) {
        const withdraw = branch.length > 0 && holdsAlready(branch) ? snapshot.open : undefined;
        return { kind: 'stale', staleness: onBase.stale, proposed: undefined, withdraw };
    }
    // a branch without a pull request counts as well: the run that pushed it may be about to open one
    const onBranch = guard(recordedIn(branch), ancestries, order.onDiverged);
    if (onBranch.stale) {
        return { kind: 'stale', staleness: onBranch.stale, proposed: snapshot.open, withdraw: undefined };
    }
    const refused = closedByPerson(situation);
    return refused ? { kind: 'closed-by-person', pull: refused } : decidePush(situation, onBase.unrecorded);
}
/** The base deploys the images already: is there something of ours left that would take them away again? */
function decideHeld(situation, ancestries, { rollback }) {
    const { snapshot, branch } = situation;
    const { open: pull } = snapshot;
    if (pull === undefined || branch === undefined)
        return { kind: 'unchanged' };
    const isHarmful = holdsAlready(branch) || (!rollback && isOlder(branch, ancestries));
    return isHarmful ? { kind: 'merged-elsewhere', pull } : { kind: 'unchanged' };
}
/** Whether a branch proposes only commits that the bump's own contains. */
function isOlder(branch, ancestries) {
    const { records } = recordedIn(branch);
    return (records.length > 0 &&
        records.every((recorded) => ['ahead', 'identical'].includes(ancestries.of(recorded))));
}
function closedByPerson({ snapshot, closedForThis }) {
    if (snapshot.open !== undefined)
        return undefined;
    const closed = snapshot.closed.find((_, index) => closedForThis[index]);
    return closed !== undefined && markerOf(closed.body)?.closed !== true ? closed : undefined;
}
function decidePush(situation, unrecorded) {
    const { open: pull, branch: head } = situation.snapshot;
    const isHeld = situation.branch !== undefined && holdsAlready(situation.branch);
    if (pull === undefined && head !== undefined && isOnBase(situation))
        return { kind: 'propose', branch: head.oid };
    return pull !== undefined && isHeld && pull.mergeable !== false
        ? { kind: 'keep', pull }
        : { kind: 'push', pull, unrecorded };
}
/** Whether the branch is just what would be pushed: the same files, on the base as it is. */
function isOnBase({ snapshot, base, branch }) {
    const parents = snapshot.branch?.parents ?? [];
    return (parents.length === 1 &&
        parents[0] === snapshot.base.oid &&
        (branch ?? []).every(({ before }, index) => before.text === base[index]?.text));
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

;// CONCATENATED MODULE: ./actions/gitops-bump/wanted.ts




const RELEASE_BRANCHES = 'refs/heads/release/';
/**
 * The images as they are to be. What is promoted comes, digest and recorded commit together, from the other overlay at the very commit
 * that the bump builds on.
 *
 * @throws {Fault} `promotion-refused`
 */
async function wantedImages(target, snapshot, history) {
    const { images, source } = target;
    if (images.kind === 'given')
        return images.assignments.map((assignment) => ({ ...assignment, source }));
    const held = overlay_edit_imagesOf(snapshot.base, images.from, target.overlays.length);
    const read = images.names.map((name) => promotedImage(name, held, images.from.text));
    const problems = read.filter((image) => typeof image === 'string');
    if (problems.length > 0)
        throw wanted_refused(images.from.text, problems.join('; '));
    const promoted = read.filter((image) => typeof image !== 'string');
    for (const image of promoted)
        await refuseForeign(target, image, images.from.text, history);
    await refuseUnreleased(target, promoted, history);
    return promoted;
}
/** The image as the other overlay deploys it, or why it cannot be promoted. */
function promotedImage(name, held, overlay) {
    const image = held.find((candidate) => candidate.name === name);
    if (image === undefined)
        return `${name} is not among the images of ${overlay}`;
    const { record, digest } = image;
    if (digest === undefined)
        return `${name} is deployed there without a digest`;
    if (record.kind !== 'recorded')
        return `${name} is deployed there without a record of its commit`;
    try {
        const reference = ImageReference.parse(`${image.newName ?? name}@${digest}`);
        return { name, newName: reference.name, digest: reference.digest, source: record.source };
    }
    catch {
        return `${name} is deployed there as ${JSON.stringify(`${image.newName ?? name}@${digest}`)}, which is no image by digest`;
    }
}
async function refuseForeign({ source, sourceRepository }, image, overlay, history) {
    const isSame = image.source.sha === source.sha;
    const ancestry = isSame ? 'identical' : await history.compare(image.source.sha, source.sha);
    if (ancestry === 'identical' || ancestry === 'ahead')
        return;
    const detail = `${image.name} was built there from ${image.source.sha}, which ${source.ref} (${source.sha}) of ${sourceRepository} does not contain`;
    throw wanted_refused(overlay, detail);
}
/** A tag may promote only what a release branch holds: anyone who may push can tag any commit. */
async function refuseUnreleased({ source, sourceRepository }, images, history) {
    if (!source.ref.startsWith('refs/tags/'))
        return;
    const likely = images
        .map((image) => image.source.ref)
        .filter((ref) => matchesRef(`${RELEASE_BRANCHES}**`, ref));
    const known = await history.branches(RELEASE_BRANCHES);
    const branches = [...new Set([...likely, ...known])].filter((ref) => known.includes(ref));
    for (const branch of branches) {
        const ancestry = await history.compare(branch, source.sha);
        if (ancestry === 'identical' || ancestry === 'behind')
            return;
    }
    const detail = `${source.ref} (${source.sha}) is on no branch ${RELEASE_BRANCHES}* of ${sourceRepository}`;
    throw wanted_refused(source.ref, detail);
}
function wanted_refused(subject, detail) {
    return gitopsFault('promotion-refused', { subject, detail });
}

;// CONCATENATED MODULE: ./actions/gitops-bump/scene.ts






/** What is remembered from pass to pass: answers about commits never change. */
class Answers {
    ancestries = new Ancestries();
    #history;
    constructor(history) {
        this.#history = history;
    }
    async ask(records) {
        for (const recorded of records) {
            if (this.ancestries.has(recorded))
                continue;
            this.ancestries.add(recorded, await this.#history.compare(recorded.source.sha, recorded.replacement));
        }
    }
}
/** Reads the GitOps repository and decides. */
async function readScene(target, { reader }, history, answers) {
    const { template, values, order } = target;
    const asked = template.branch(values, target.base ?? '');
    const snapshot = await reader.snapshot({ base: target.base, branch: asked, overlays: foldersOf(target) });
    refuseArchived(snapshot);
    const branch = template.branch(values, snapshot.baseBranch);
    const updates = await wantedImages(target, snapshot, history);
    const situation = situationOf(target, snapshot, updates, branch);
    await answers.ask(toBeCompared(situation, order));
    return {
        snapshot,
        branch,
        updates,
        edits: situation.base,
        decision: decide(situation, answers.ancestries, order),
    };
}
/** The folders that every commit is read for: the overlays, and the one that is promoted from. */
function foldersOf({ overlays, images }) {
    return images.kind === 'promoted' ? [...overlays, images.from] : overlays;
}
function refuseArchived({ repository }) {
    if (!repository.archived)
        return;
    throw gitopsFault('repository-archived', { subject: 'input "repository"', detail: 'it is read-only' });
}
function situationOf({ overlays }, snapshot, updates, branch) {
    const head = snapshot.branch;
    return {
        snapshot,
        base: editOverlays(snapshot.base, overlays, updates),
        branch: head && onBranch(branch, () => editOverlays(head, overlays, updates)),
        closedForThis: snapshot.closed.map((pull) => proposesThis(pull, overlays, updates)),
    };
}
/** Says of a fault in a file that it is about the branch, not about the base. */
function onBranch(branch, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof Fault))
            throw error;
        const { code, class: faultClass, subject, detail } = error;
        const hint = `Correct the file on ${branch}, or delete the branch and run the job again.`;
        throw new Fault({ code, class: faultClass, subject: `${subject} on ${branch}`, detail, hint }, error);
    }
}
function proposesThis(pull, overlays, updates) {
    const edits = editsOf(pull.head, overlays, updates);
    return edits !== undefined && holdsAlready(edits);
}
/** The edits of a commit that nobody answers for; undefined where it cannot be edited. */
function editsOf(commit, overlays, updates) {
    try {
        return editOverlays(commit, overlays, updates);
    }
    catch (error) {
        if (error instanceof Fault)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/gitops-bump/staged.ts



/** Finds, for each promoted image, the merged pull request that the other overlay has its digest from. */
async function stagedBy(pass) {
    const { target, scene, gitops } = pass;
    const { images, template, values } = target;
    if (images.kind !== 'promoted')
        return [];
    const overlays = foldersOf(target);
    const staged = [];
    for (const { name, digest } of scene.updates) {
        const branch = template.branch({ ...values, overlay: images.from.name, service: name }, '');
        const merged = await gitops.reader.mergedPullRequests(branch, overlays);
        const pull = merged.find((candidate) => digestIn(candidate, images.from, overlays, name) === digest.text);
        staged.push({ image: name, pull });
    }
    return staged;
}
function digestIn({ head }, overlay, overlays, image) {
    try {
        return overlay_edit_imagesOf(head, overlay, overlays.indexOf(overlay)).find(({ name }) => name === image)?.digest;
    }
    catch (error) {
        if (error instanceof Fault)
            return undefined;
        throw error;
    }
}

;// CONCATENATED MODULE: ./actions/gitops-bump/proposal.ts



/** GitHub shows no more of a title. */
const LONGEST_TITLE = 200;
function proposalOf(pass) {
    const { target, scene, context } = pass;
    const { edits } = scene;
    const value = proposal_valueOf(edits);
    const places = target.overlays.map(({ name }) => name).join(', ');
    const title = `bump: ${target.service} ${target.source.sha.slice(0, 12)} in ${places}`.slice(0, LONGEST_TITLE);
    const marker = (done) => ({ value, done, closed: false });
    return {
        title,
        value,
        message: `${title}\n\n${trailers(pass, context.runId)}`,
        marker,
        bodyIn: async (body, done) => withBlock(body, marker(done), bodyBlock(pass, await stagedBy(pass))),
    };
}
function proposal_valueOf(edits) {
    return edits
        .flatMap(({ overlay, changes }) => changes.map(({ after }) => `${overlay.text}:${after.name}=${after.newName ?? ''}@${after.digest ?? ''}`))
        .sort()
        .join(' ');
}
/** What git keeps of where the images come from, whatever becomes of the pull request. */
function trailers({ target, scene }, runId) {
    const images = new Map(scene.updates.map(({ name, newName, digest }) => [name, `${newName}@${digest.text}`]));
    return [
        ...[...images.values()].map((image) => `Image: ${image}`),
        `Source-Repository: ${target.sourceRepository}`,
        `Source-Commit: ${target.source.sha}`,
        ...(runId === undefined ? [] : [`Run-Id: ${runId}`]),
    ].join('\n');
}

;// CONCATENATED MODULE: ./actions/gitops-bump/description.ts





/**
 * Writes the text of a pull request. GitHub offers no compare-and-swap for that: where the answer shows that another run had moved or
 * closed the pull request, its words were written over, and have to be restored.
 */
async function writeDescription({ gitops, memory }, number, headOid, change) {
    const now = await gitops.pulls.update(number, change);
    const isMoved = now.headOid !== headOid;
    if (now.state === 'merged' || (now.state === 'open' && !isMoved))
        return undefined;
    memory.overwrote = { number, was: isMoved ? 'moved' : 'closed' };
    return { again: `pull request #${number} changed while it was described` };
}
/**
 * Puts right what this run wrote over the words of another one, once it knows that the other one is right: an open pull request
 * describes what its branch holds, from the files alone, and one that was withdrawn says so.
 *
 * @param why a sentence without a full stop
 */
async function restoreDescription(pass, why) {
    const { memory, scene, gitops } = pass;
    const { open, closed } = scene.snapshot;
    if (memory.overwrote === undefined)
        return;
    const { number: overwritten, was } = memory.overwrote;
    if (open?.number === overwritten)
        await describeHead(pass, open);
    const withdrawn = closed.find(({ number }) => number === overwritten);
    if (was === 'closed' && withdrawn !== undefined) {
        const body = withdrawnBody(withdrawn.body, `Closed by gitops-bump: ${why}.`);
        await gitops.pulls.update(withdrawn.number, { body });
    }
}
/** The body of a pull request that we close. @param reason a sentence */
function withdrawnBody(body, reason) {
    const { value = '', done = [] } = markerOf(body) ?? {};
    return withBlock(body, { value, done, closed: true }, markdown_text(reason));
}
async function describeHead(pass, open) {
    const proposal = headProposal(pass, open.head);
    const marker = markerOf(open.body);
    if (proposal === undefined || marker?.value === proposal.value)
        return;
    const described = await proposal.bodyIn(open.body, []);
    // without a value: the run that made the commit has more to say, should it come by again
    const body = withMarker(described, { value: '', done: marker?.done ?? [], closed: false });
    await writeDescription(pass, open.number, open.head.oid, { title: proposal.title, body });
}
/** What a run would say that had made the commit; which one it was, and what its jobs reported, the files do not tell. */
function headProposal(pass, head) {
    const { scene, target, context } = pass;
    const updates = updatesIn(pass, head);
    const source = updates[0]?.source;
    if (source === undefined)
        return undefined;
    const edits = editOverlays(scene.snapshot.base, target.overlays, updates);
    return proposalOf({
        ...pass,
        reports: [],
        target: { ...target, source },
        scene: { ...scene, updates, edits },
        context: { ...context, runId: undefined },
    });
}
/** The images of the bump as a commit holds them. */
function updatesIn({ target, scene }, head) {
    const names = new Set(scene.updates.map(({ name }) => name));
    const [overlay] = target.overlays;
    const images = overlay === undefined ? [] : overlay_edit_imagesOf(head, overlay, 0);
    return images.flatMap(({ name, newName = name, digest, record }) => {
        if (!names.has(name) || digest === undefined || record.kind !== 'recorded')
            return [];
        const reference = ImageReference.parse(`${newName}@${digest}`);
        return [{ name, newName: reference.name, digest: reference.digest, source: record.source }];
    });
}

;// CONCATENATED MODULE: ./actions/gitops-bump/close.ts

/**
 * Closes a pull request of ours by deleting its branch, if nobody moved it: GitHub closes what has no branch. The body says who closed
 * it, so that it is never taken for a person's doing: before, since this run may be cut off, and after, since the run that opened it
 * may have written in between. A branch that GitHub does not delete, and that is still where it was, stays, and the pull request is
 * closed without that.
 *
 * @param reason a sentence
 */
async function closePull(pass, pull, reason) {
    const { gitops, scene, memory } = pass;
    const { number, branch, head } = pull;
    const body = withdrawnBody(pull.body, reason);
    if (memory.undeleted === head.oid) {
        await gitops.pulls.update(number, { body, state: 'closed' });
        return undefined;
    }
    await gitops.pulls.update(number, { body });
    const repository = scene.snapshot.repository.id;
    const refused = await gitops.writer.moveBranch({ repository, branch, from: head.oid, to: undefined });
    if (refused !== undefined) {
        memory.undeleted = head.oid;
        memory.overwrote = { number, was: 'moved' };
        return { again: `the branch ${branch} was not deleted: ${refused}` };
    }
    await gitops.pulls.update(number, { body });
    return undefined;
}

;// CONCATENATED MODULE: ./actions/gitops-bump/merge.ts
/** GitHub's words for "nothing is left to wait for". */
const NOTHING_TO_WAIT_FOR = /in (?:clean|unstable) status/i;
/**
 * Asks GitHub to merge when the rules of the base allow it. Where there is nothing to wait for, it is merged at once, but only under an
 * active rule: a base that nothing guards is merged into by people.
 */
async function requestMerge({ gitops, scene, target }, proposal, { id, number, headOid }) {
    if (target.autoMerge === 'off')
        return { autoMerge: 'off' };
    const order = { id, number, headOid, method: target.autoMerge, headline: proposal.title };
    const { baseBranch, hasMergeQueue } = scene.snapshot;
    const reason = await gitops.autoMerger.enable(order);
    if (reason === undefined) {
        // a queue may take what auto-merge hands it, or may wait to be told
        const isQueued = hasMergeQueue && (await gitops.merger.enqueue(order)) === undefined;
        return { autoMerge: isQueued ? 'queued' : 'enabled' };
    }
    if (!NOTHING_TO_WAIT_FOR.test(reason))
        return { autoMerge: 'refused', refused: reason };
    const { guardsMerges } = await gitops.merger.rules(baseBranch);
    const refused = guardsMerges
        ? await gitops.merger.merge(order)
        : `nothing guards ${baseBranch}; require a check or a review there, or merge by hand`;
    return refused === undefined ? { autoMerge: 'merged' } : { autoMerge: 'refused', refused };
}

;// CONCATENATED MODULE: ./actions/gitops-bump/siblings.ts



/**
 * The open pull request that proposes a newer commit; undefined where there is none, and where the branch template has no `{sha}`, so
 * that there is one branch only.
 */
async function newerSibling(pass) {
    const { target, answers } = pass;
    if (target.order.rollback)
        return undefined;
    const { siblings } = await siblingsOf(pass);
    for (const { pull, edits } of siblings) {
        const { stale: staleness } = guard(recordedIn(edits), answers.ancestries, 'allow');
        if (staleness !== undefined)
            return { proposed: pull, staleness };
    }
    return undefined;
}
/**
 * Closes the pull requests of older commits. They are read once more, after our own is there: of two runs that did not see each other
 * at first, both see it now, and the older one gives way.
 */
async function supersede(pass) {
    const { answers, target, scene } = pass;
    const { snapshot } = scene;
    const notes = [];
    const { siblings, baseOid } = await siblingsOf(pass);
    // a newer one that was merged already is open no more, but it has moved the base
    if (baseOid !== snapshot.base.oid)
        return { again: `${snapshot.baseBranch} moved meanwhile` };
    for (const { pull, edits } of siblings) {
        const { records } = recordedIn(edits);
        const ancestries = records.map((recorded) => answers.ancestries.of(recorded));
        if (!target.order.rollback && ancestries.includes('behind')) {
            return { again: `pull request #${pull.number} proposes a newer commit` };
        }
        if (ancestries.length === 0 || !ancestries.every((ancestry) => ancestry === 'ahead'))
            continue;
        const late = await closePull(pass, pull, 'Superseded by gitops-bump: a newer commit is proposed.');
        if (late !== undefined)
            return late;
        notes.push(`Pull request #${pull.number} for an older commit was closed.`);
    }
    return { notes };
}
/** The siblings, and where the base was when they were read. */
async function siblingsOf(pass) {
    const { target, scene, gitops, answers } = pass;
    const { snapshot, branch, updates } = scene;
    if (!target.template.namesCommit)
        return { siblings: [], baseOid: snapshot.base.oid };
    const { pulls, baseOid } = await gitops.reader.openPullRequests(snapshot.baseBranch, foldersOf(target));
    const siblings = pulls
        .filter((pull) => pull.branch !== branch && target.template.isOf(pull.branch, target.values))
        .flatMap((pull) => {
        const edits = editsOf(pull.head, target.overlays, updates);
        return edits === undefined ? [] : [{ pull, edits }];
    });
    await answers.ask(siblings.flatMap(({ edits }) => recordedIn(edits).records));
    return { siblings, baseOid };
}

;// CONCATENATED MODULE: ./actions/gitops-bump/complete.ts




const STEPS = {
    labels: (pass, _, { number }) => eventually(pass, () => pass.gitops.reviews.addLabels(number, pass.target.labels)),
    reviewers: (pass, _, { number }) => eventually(pass, () => pass.gitops.reviews.requestReviews(number, pass.target.reviewers)),
    'auto-merge': requestMerge,
};
/** Labels, reviewers and auto-merge, each once: what the body records stays as people left it. */
async function complete(pass, proposal, pull, { body, done, touched }) {
    const due = stepsOf(pass.target).filter((step) => !done.includes(step));
    const taken = [];
    for (const name of due)
        taken.push({ name, ...(await STEPS[name](pass, proposal, pull)) });
    const doneNow = taken.filter(({ refused }) => refused === undefined).map(({ name }) => name);
    if (doneNow.length > 0) {
        const all = ONCE.filter((step) => done.includes(step) || doneNow.includes(step));
        const marked = withMarker(body, proposal.marker(all));
        const overtaken = await writeDescription(pass, pull.number, pull.headOid, { body: marked });
        if (overtaken !== undefined)
            return overtaken;
    }
    const superseded = await supersede(pass);
    if ('again' in superseded)
        return superseded;
    return outcomeOf(pass, pull, taken, {
        isTouched: touched || doneNow.length > 0,
        notes: superseded.notes,
    });
}
function outcomeOf(pass, { number, url, headOid }, taken, { isTouched, notes }) {
    const { memory, scene } = pass;
    const isNew = memory.opening === headOid;
    return {
        result: isNew ? 'created' : isTouched ? 'updated' : 'unchanged',
        sentence: sentenceOf(`pull request #${number} for ${scene.snapshot.baseBranch}`, isNew, isTouched),
        proposal: { branch: scene.branch, base: scene.snapshot.baseBranch, edits: scene.edits },
        pull: { number, url },
        ...(memory.commit?.oid === headOid && { commit: memory.commit }),
        autoMerge: taken.find(({ autoMerge }) => autoMerge !== undefined)?.autoMerge ?? autoMergeAsRead(pass),
        notes: [...(memory.notes ?? []), ...taken.flatMap((step) => refusalOf(step, number)), ...notes],
    };
}
/** The steps that the inputs ask for. */
function stepsOf({ labels, reviewers, autoMerge }) {
    const wanted = {
        labels: labels.length > 0,
        reviewers: reviewers.length > 0,
        'auto-merge': autoMerge !== 'off',
    };
    return ONCE.filter((step) => wanted[step]);
}
function refusalOf({ name, refused }, number) {
    if (refused === undefined)
        return [];
    const what = name === 'auto-merge' ? 'will not merge by itself' : `got no ${name}`;
    return [`Pull request #${number} ${what}: ${refused}`];
}
function sentenceOf(pull, isNew, isTouched) {
    if (isNew)
        return `opened ${pull}`;
    return isTouched ? `updated ${pull}` : `${pull} proposes it already`;
}
/** What is known of auto-merge without asking for it. */
function autoMergeAsRead({ target, scene }) {
    const { open } = scene.snapshot;
    if (target.autoMerge === 'off' || open === undefined)
        return 'off';
    if (open.inMergeQueue)
        return 'queued';
    return open.autoMerge === undefined ? 'off' : 'enabled';
}
/** A replica may not know a pull request that was just opened. */
const NOT_YET = 'Could not resolve to a node';
const NODE_TRIES = 3;
async function eventually({ pause }, act) {
    for (let tries = 1;; tries++) {
        const refused = await act();
        if (refused === undefined)
            return {};
        if (!refused.includes(NOT_YET) || tries === NODE_TRIES)
            return { refused };
        await pause.upTo(1000 * tries);
    }
}

;// CONCATENATED MODULE: ./actions/gitops-bump/push.ts






/** Commits on the base as it was read, moves the branch there by compare-and-swap, and describes it in the pull request. */
async function push(pass, proposal, { pull, unrecorded }) {
    const { gitops, scene, memory } = pass;
    const { snapshot, branch, edits } = scene;
    refuseHopeless(pass, pull);
    const commit = await gitops.writer.commit({
        parent: snapshot.base,
        files: edits
            .filter(({ before, text }) => before.text !== text)
            .map(({ before, text }) => ({ path: before.path, mode: before.mode, text })),
        message: proposal.message,
    });
    memory.commit = commit;
    if (pull !== undefined) {
        // before the branch moves: from then on nothing that was said of the earlier digest may count
        const late = await forgetEarlier(pass, pull, pull.approvals);
        if (late !== undefined)
            return late;
    }
    const reason = await gitops.writer.moveBranch({
        repository: snapshot.repository.id,
        branch,
        from: snapshot.branch?.oid,
        to: commit.oid,
    });
    if (reason !== undefined)
        return { again: `the branch ${branch} did not move: ${reason}` };
    memory.notes = unrecorded.map((image) => `${image} is deployed without a record of its commit, so that nobody knows whether this one is newer.`);
    return pull === undefined ? propose(pass, proposal, commit.oid) : push_describe(pass, proposal, pull, commit.oid);
}
/** Nothing is written where GitHub is known to refuse the rest. */
function refuseHopeless({ scene, target }, pull) {
    if (pull?.inMergeQueue === true) {
        const detail = 'it is being merged';
        throw gitopsFault('pull-request-queued', { subject: `pull request #${pull.number}`, detail });
    }
    if (target.autoMerge === 'off' || scene.snapshot.repository.autoMergeAllowed)
        return;
    const detail = `it is ${target.autoMerge}, and "Allow auto-merge" is off in the settings of the repository`;
    throw gitopsFault('auto-merge-not-allowed', { subject: 'input "auto-merge"', detail });
}
/** Opens the pull request for a branch that holds the images. */
async function propose(pass, proposal, head) {
    const { gitops, scene, memory } = pass;
    const { snapshot, branch } = scene;
    const body = await proposal.bodyIn('', []);
    memory.opening = head;
    const opened = await gitops.pulls.open({ base: snapshot.baseBranch, branch, title: proposal.title, body });
    if ('refused' in opened) {
        memory.opening = undefined;
        return { again: `the pull request was not opened: ${opened.refused}` };
    }
    if (opened.headOid !== head)
        memory.overwrote = { number: opened.number, was: 'moved' };
    if (opened.baseOid !== snapshot.base.oid || opened.headOid !== head) {
        return { again: `${snapshot.baseBranch} or ${branch} moved while the pull request was opened` };
    }
    return complete(pass, proposal, opened, { body, done: [], touched: true });
}
/** Says in a pull request that was there what it proposes now. */
async function push_describe(pass, proposal, pull, head) {
    const { gitops, scene, target } = pass;
    const { snapshot, branch } = scene;
    const now = await gitops.reader.snapshot({ base: target.base, branch, overlays: foldersOf(target) });
    const { open } = now;
    if (open?.number !== pull.number || open.head.oid !== head || now.base.oid !== snapshot.base.oid) {
        return { again: `${snapshot.baseBranch} or pull request #${pull.number} changed while it was updated` };
    }
    // what was said while the branch moved was said of the earlier digest too
    const late = await forgetEarlier(pass, open, open.approvals.filter(({ commit }) => commit !== head));
    if (late !== undefined)
        return late;
    // auto-merge was for the earlier digest, and has to be asked for anew
    const done = markerOf(open.body)?.done.filter((step) => step !== 'auto-merge') ?? [];
    const body = await proposal.bodyIn(open.body, done);
    const overtaken = await writeDescription(pass, open.number, head, { title: proposal.title, body });
    if (overtaken !== undefined)
        return overtaken;
    return complete(pass, proposal, { ...open, headOid: head }, { body, done, touched: true });
}

;// CONCATENATED MODULE: ./actions/gitops-bump/act.ts








/** Does what was decided. */
async function act(pass) {
    const { scene, target } = pass;
    const { decision } = scene;
    if (target.dryRun)
        return planned(pass);
    switch (decision.kind) {
        case 'unchanged':
            return unchanged(pass);
        case 'merged-elsewhere':
            return mergedElsewhere(pass, decision.pull);
        case 'stale':
            return stale(pass, decision);
        case 'closed-by-person':
            return act_closedByPerson(pass, decision.pull);
        case 'keep':
        case 'propose':
        case 'push':
            return proposed(pass, decision);
    }
}
async function proposed(pass, decision) {
    const newer = await newerSibling(pass);
    if (newer !== undefined) {
        const own = decision.kind === 'keep' ? decision.pull : undefined;
        return stale(pass, { ...newer, withdraw: own });
    }
    const proposal = proposalOf(pass);
    if (decision.kind === 'push')
        return push(pass, proposal, decision);
    if (decision.kind === 'propose')
        return propose(pass, proposal, decision.branch);
    return keep(pass, proposal, decision.pull);
}
/** The pull request holds the images; what an earlier run could not finish is finished. */
async function keep(pass, proposal, pull) {
    const { memory, pause } = pass;
    if (pull.mergeable === undefined && memory.waited !== true) {
        memory.waited = true;
        await pause.upTo(2000);
        return { again: 'GitHub did not know yet whether the pull request conflicts' };
    }
    const held = { ...pull, headOid: pull.head.oid };
    const marker = markerOf(pull.body);
    const isDescribed = marker?.value === proposal.value && !marker.closed;
    if (isDescribed)
        return complete(pass, proposal, held, { body: pull.body, done: marker.done, touched: false });
    const late = await forgetEarlier(pass, pull, pull.approvals.filter(({ commit }) => commit !== pull.head.oid));
    if (late !== undefined)
        return late;
    const described = marker?.done.filter((step) => step !== 'auto-merge') ?? [];
    const body = await proposal.bodyIn(pull.body, described);
    const overtaken = await writeDescription(pass, pull.number, held.headOid, { title: proposal.title, body });
    if (overtaken !== undefined)
        return overtaken;
    return complete(pass, proposal, held, { body, done: described, touched: true });
}
async function unchanged(pass) {
    const why = `${pass.scene.snapshot.baseBranch} deploys it already`;
    await restoreDescription(pass, why);
    return done(pass, 'unchanged', why, undefined);
}
async function mergedElsewhere(pass, pull) {
    const why = `${pass.scene.snapshot.baseBranch} deploys it already`;
    const late = await closePull(pass, pull, `Closed by gitops-bump: ${why}.`);
    if (late !== undefined)
        return late;
    return done(pass, 'merged-elsewhere', `${why}, so that pull request #${pull.number} was closed`, pull);
}
async function stale(pass, { staleness, proposed: newer, withdraw, }) {
    const why = stalenessText(staleness, pass.scene.snapshot.baseBranch, newer?.number);
    const late = withdraw && (await closePull(pass, withdraw, `Closed by gitops-bump: ${why}.`));
    if (late !== undefined)
        return late;
    await restoreDescription(pass, why);
    return done(pass, 'stale', why, newer ?? withdraw);
}
function stalenessText({ image, overlay, source, ancestry }, base, newer) {
    const place = newer === undefined ? `${base} deploys` : `pull request #${newer} proposes`;
    const order = ancestry === 'behind' ? 'is newer than' : 'is not in one line with';
    const way = ancestry === 'behind' ? 'rollback: true' : 'on-diverged: allow';
    return `${place} ${image} of ${source.sha.slice(0, 12)} in ${overlay}, which ${order} this commit; ${way} would replace it`;
}
async function act_closedByPerson(pass, pull) {
    const newer = await newerSibling(pass);
    if (newer !== undefined)
        return stale(pass, { ...newer, withdraw: undefined });
    const why = `a person closed pull request #${pull.number} for just this; reopen it to go on`;
    return done(pass, 'skipped', why, pull);
}
/** What would be done: the first write is where a dry run ends. */
function planned(pass) {
    const { decision, snapshot } = pass.scene;
    const plans = {
        unchanged: `${snapshot.baseBranch} deploys it already`,
        'merged-elsewhere': `close pull request #${snapshot.open?.number ?? ''}, since ${snapshot.baseBranch} deploys it already`,
        stale: 'write nothing, since a newer commit is deployed or proposed',
        'closed-by-person': 'write nothing, since a person closed a pull request for just this',
        keep: `leave pull request #${snapshot.open?.number ?? ''} as it is`,
        propose: 'open a pull request for the branch that is there',
        push: snapshot.open ? `update pull request #${snapshot.open.number}` : 'open a pull request',
    };
    return done(pass, 'skipped', `dry run, nothing was written; it would ${plans[decision.kind]}`, snapshot.open);
}
/** An outcome that writes nothing more. */
function done({ scene, target }, result, sentence, pull) {
    const { branch, snapshot, edits } = scene;
    return {
        result,
        sentence,
        proposal: { branch, base: snapshot.baseBranch, edits },
        ...(pull && { pull: { number: pull.number, url: pull.url } }),
        ...(target.autoMerge === 'off' ? { autoMerge: 'off' } : {}),
        notes: [],
    };
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

;// CONCATENATED MODULE: ./actions/gitops-bump/evidence.ts


/**
 * Reads the evidence that the reviewer is to see. A folder stands for the evidence files in it and below, as validate-digest leaves them; a file that is named must be evidence.
 *
 * @throws {Fault} with an evidence code: evidence of another commit, run or service is not shown, it stops the bump
 */
async function readReports({ evidence, services, service }, context, files) {
    const owners = (services ?? [service]).map(({ text }) => text);
    const paths = await Promise.all(evidence.map((pinned) => filesAt(pinned, files)));
    const reports = [];
    for (const pinned of paths.flat()) {
        const bytes = await evidenceBytes(pinned, files);
        reports.push(readEvidence(pinned.path, bytes, { ...context, service: owners }));
    }
    return reports;
}
async function filesAt({ path, sha256 }, files) {
    const kind = await files.kind(path);
    if (kind === undefined) {
        throw evidenceFault('evidence-missing', { subject: path, detail: 'there is no such file or folder' });
    }
    if (kind === 'file')
        return [{ path, sha256 }];
    if (sha256 !== undefined) {
        throw evidenceFault('evidence-missing', {
            subject: path,
            detail: 'it is a folder, and a SHA-256 pins a file',
        });
    }
    const found = await files.find(path, `**/{${EVIDENCE_FILES.join(',')}}`);
    if (found.length > 0)
        return found.map((file) => ({ path: file, sha256: undefined }));
    throw evidenceFault('evidence-missing', { subject: path, detail: 'no evidence file is in the folder' });
}
/** The names that the actions give to their evidence; other files of a folder are not evidence. */
const EVIDENCE_FILES = ['coverage-gate', 'publish-image', 'cosign-sign', 'validate-digest'].map((action) => `${action}.json`);

;// CONCATENATED MODULE: ./actions/gitops-bump/report.ts



/** Results that a person should notice although nothing failed. */
const NOTICED = new Set(['stale', 'merged-elsewhere']);
/** What a bump says when it is through. */
function toReport(inputs, outcome) {
    const { result, sentence, pull, commit, autoMerge, proposal, notes } = outcome;
    const headline = `${inputs.service.text}: ${result}: ${sentence}.`;
    const diff = diffOf(proposal?.edits ?? []);
    return {
        conclusion: 'success',
        headline,
        log: [...(pull ? [pull.url] : []), ...(diff === '' ? [] : [diff.trimEnd()])],
        outputs: {
            result,
            ...(pull && { number: String(pull.number), url: pull.url }),
            ...(proposal && { branch: proposal.branch, diff }),
            ...(commit && { commit: commit.oid, verified: String(commit.verified) }),
            ...(autoMerge && { 'auto-merge': autoMerge }),
        },
        summary: summaryOf(inputs, outcome, headline, diff),
        annotations: [
            ...(NOTICED.has(result)
                ? [{ level: 'notice', title: 'gitops-bump', message: headline }]
                : []),
            ...notes.map((message) => ({ level: 'warning', title: 'gitops-bump', message })),
        ],
        files: [],
        evidence: {
            outcome: result === 'stale' || result === 'skipped' ? 'skipped' : 'pass',
            reason: headline,
            ...singleImageOf(outcome),
            details: detailsOf(outcome),
        },
    };
}
/** Image and digest of a bump of one image. */
function singleImageOf({ proposal }) {
    const images = proposal?.edits.flatMap(({ changes }) => changes.map(({ after }) => after)) ?? [];
    const [first] = images;
    const isSingle = images.every(({ newName, digest }) => newName === first?.newName && digest === first?.digest);
    if (!isSingle || first?.newName === undefined || first.digest === undefined)
        return {};
    return { image: first.newName, digest: first.digest };
}
/** Of several overlays and images the texts stand side by side, in the order of the inputs. */
function detailsOf({ result, pull, proposal }) {
    const changes = proposal?.edits.flatMap(({ changes: all }) => all) ?? [];
    const listed = (values) => {
        const known = [...new Set(values.filter((value) => value !== undefined))];
        return known.length === 0 ? null : known.join(' ');
    };
    return {
        result,
        pullRequest: pull?.url ?? null,
        overlay: listed(proposal?.edits.map(({ overlay }) => overlay.text) ?? []),
        from: listed(changes.map(({ before }) => before?.digest)),
        to: listed(changes.map(({ after }) => after.digest)),
    };
}
function summaryOf({ service, repository }, outcome, headline, diff) {
    const { pull, proposal, notes } = outcome;
    return blocks(heading(3, markdown_text(`Bump of ${service.text}: ${outcome.result}`)), pull
        ? md `${markdown_text(headline)} ${markdown_link(markdown_text(`${repository.toString()}#${pull.number}`), pull.url)}`
        : markdown_text(headline), ...notes.map((note) => md `**Warning:** ${markdown_text(note)}`), imageTables(proposal?.edits ?? []), diff === '' ? markdown_text('') : codeBlock('diff', diff));
}

;// CONCATENATED MODULE: ./src/domain/gitops/overlay-path.ts
// eslint-disable-next-line no-control-regex -- these are the characters to be refused
const overlay_path_FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\\]|\p{Surrogate}/u;
/**
 * The folder of an overlay, relative to the root of the GitOps repository, with `/` between segments and no `.` or empty
 * segment left. It cannot leave the repository, be its root, or reach into git's own folder.
 *
 * @example OverlayPath.parse('./kustomize/overlays/dev/').text === 'kustomize/overlays/dev'
 */
class OverlayPath {
    text;
    constructor(text) {
        this.text = text;
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        const segments = text.split('/').filter((segment) => segment !== '' && segment !== '.');
        const outside = text.startsWith('/') || segments.length === 0 || segments.includes('..');
        if (outside || overlay_path_FORBIDDEN.test(text) || segments.some((segment) => segment.toLowerCase() === '.git')) {
            throw new RangeError('a folder inside the repository, relative to its root, without "..", ".git", backslash and control characters, such as kustomize/overlays/dev');
        }
        return new OverlayPath(segments.join('/'));
    }
    /** The last segment: what `{overlay}` stands for. */
    get name() {
        return this.text.slice(this.text.lastIndexOf('/') + 1);
    }
    toString() {
        return this.text;
    }
}

;// CONCATENATED MODULE: ./src/domain/gitops/reviewer.ts
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9_])|_){0,99}$/;
const TEAM = /^(?<organization>[A-Za-z0-9](?:-?[A-Za-z0-9])*)\/(?<slug>[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)$/;
/**
 * Someone to ask for a review: a person by login, or a team of the GitOps repository's organization as `org/team`. A leading `@` is
 * passed over.
 *
 * @example Reviewer.parse('@org/platform').slug === 'platform'
 */
class Reviewer {
    text;
    kind;
    /** What GitHub's API calls it: the login, or the slug of the team. */
    slug;
    constructor(text, kind, slug) {
        this.text = text;
        this.kind = kind;
        this.slug = slug;
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        const name = text.replace(/^@/, '');
        const slug = TEAM.exec(name)?.groups?.['slug'];
        if (slug !== undefined)
            return new Reviewer(name, 'team', slug);
        if (LOGIN.test(name))
            return new Reviewer(name, 'person', name);
        throw new RangeError('a login such as alice, or a team such as org/platform');
    }
    toString() {
        return this.text;
    }
}

;// CONCATENATED MODULE: ./src/domain/gitops/environments.ts







const FIELDS = {
    ref: environments_required(one(refPattern)),
    overlay: environments_required(oneOrMore((text) => OverlayPath.parse(text))),
    base: environments_optional(one(branchName)),
    'auto-merge': environments_optional(one(choice('off', ...MERGE_METHODS))),
    reviewers: environments_optional(oneOrMore((text) => Reviewer.parse(text))),
    labels: environments_optional(oneOrMore(label)),
    'promote-from': environments_optional(one((text) => OverlayPath.parse(text))),
    'on-diverged': environments_optional(one(choice('stale', 'allow'))),
};
/** What the input `environments` accepts, in words. */
const ENVIRONMENTS_FORM = `a YAML list of mappings with the keys ${Object.keys(FIELDS).join(', ')}, of which ref and overlay are required, such as [{ref: refs/heads/main, overlay: kustomize/overlays/dev}]`;
/**
 * Reads the input `environments`. Everything that is wrong is said at once.
 *
 * @example parseEnvironments('- {ref: refs/heads/main, overlay: overlays/dev}')[0].overlays[0].name === 'dev'
 * @throws {RangeError} with the accepted form and every fault
 */
function parseEnvironments(text) {
    const entries = listIn(text);
    const read = entries.map((entry, index) => readEntry(entry, `entry ${index + 1}`));
    const problems = read.flatMap((entry) => ('problems' in entry ? entry.problems : []));
    if (problems.length > 0)
        throw new RangeError(`${ENVIRONMENTS_FORM}; ${problems.join('; ')}`);
    return read.flatMap((entry) => ('environment' in entry ? [entry.environment] : []));
}
/** The first environment whose pattern matches a full ref. */
function environmentOf(environments, ref) {
    return environments.find((environment) => matchesRef(environment.ref, ref));
}
function listIn(text) {
    const [document, second] = [...(0,dist/* parseAllDocuments */.hR)(text, { prettyErrors: false, logLevel: 'silent' })];
    const error = document?.errors[0];
    if (error !== undefined)
        throw new RangeError(`${ENVIRONMENTS_FORM}; it is not YAML: ${error.message}`);
    const list = second === undefined ? document?.toJS({ maxAliasCount: 0 }) : undefined;
    if (Array.isArray(list) && list.length > 0)
        return list;
    throw new RangeError(ENVIRONMENTS_FORM);
}
function readEntry(entry, place) {
    if (!isRecord(entry))
        return { problems: [`${place} is not a mapping`] };
    const problems = Object.keys(entry)
        .filter((key) => !Object.hasOwn(FIELDS, key))
        .map((key) => `${place} has the unknown key ${key}`);
    const read = (key, reader) => {
        try {
            return reader(entry[key]);
        }
        catch (error) {
            problems.push(`${key} of ${place} is not ${error instanceof Error ? error.message : String(error)}`);
            return undefined;
        }
    };
    const environment = {
        ref: read('ref', FIELDS.ref) ?? '',
        overlays: read('overlay', FIELDS.overlay) ?? [],
        base: read('base', FIELDS.base),
        autoMerge: read('auto-merge', FIELDS['auto-merge']),
        reviewers: read('reviewers', FIELDS.reviewers),
        labels: read('labels', FIELDS.labels),
        promoteFrom: read('promote-from', FIELDS['promote-from']),
        onDiverged: read('on-diverged', FIELDS['on-diverged']) ?? 'stale',
    };
    return problems.length > 0 ? { problems } : { environment };
}
function environments_required(reader) {
    return (value) => {
        if (value === undefined || value === null)
            throw new RangeError('given');
        return reader(value);
    };
}
function environments_optional(reader) {
    return (value) => (value === undefined || value === null ? undefined : reader(value));
}
function one(parse) {
    return (value) => {
        if (typeof value !== 'string')
            throw new RangeError('a single text');
        return parse(value);
    };
}
function oneOrMore(parse) {
    return (value) => (Array.isArray(value) ? value : [value]).map((item) => one(parse)(item));
}
function choice(...values) {
    return (text) => {
        const known = values.find((value) => value === text);
        if (known === undefined)
            throw new RangeError(`one of ${values.join(', ')}`);
        return known;
    };
}
function refPattern(text) {
    if (!isRefPattern(text))
        throw new RangeError('a pattern of full refs such as refs/heads/release/*');
    return text;
}
/** A name of a branch that git takes, without `refs/heads/`. @throws {RangeError} */
function branchName(text) {
    if (!isBranchName(text))
        throw new RangeError('the name of a branch');
    return text;
}
/** The name of a label: GitHub takes up to 50 characters and no comma. @throws {RangeError} */
function label(text) {
    if (text === '' || text.length > 50 || text.includes(',')) {
        throw new RangeError('the name of a label, of at most 50 characters and without a comma');
    }
    return text;
}

;// CONCATENATED MODULE: ./actions/gitops-bump/target.ts




/**
 * Where this run goes.
 *
 * @returns undefined when no environment is for its ref
 * @throws {Fault} `run-unknown`, `branch-refused`, or `input-invalid` for inputs that contradict each other
 */
function targetOf(inputs, context) {
    const problems = contradictions(inputs);
    if (problems.length > 0)
        throw inputFault(problems);
    const { source, repository } = target_sourceOf(context);
    const environment = inputs.environments && environmentOf(inputs.environments, source.ref);
    if (inputs.environments !== undefined && environment === undefined)
        return undefined;
    const settings = settingsOf(inputs, environment);
    const overlay = overlayNames(settings.overlays);
    const values = { overlay, service: inputs.service.text, sha: source.sha };
    // a name that git refuses is found before anything is read; whether it is the base's own shows later
    inputs.branch.branch(values, settings.base ?? '');
    return {
        ...settings,
        service: inputs.service.text,
        images: target_imagesOf(inputs, environment),
        template: inputs.branch,
        values,
        order: { onDiverged: environment?.onDiverged ?? 'stale', rollback: inputs.rollback },
        dryRun: inputs.dryRun,
        source,
        sourceRepository: repository,
    };
}
/** What the environment says, and the inputs where it says nothing. */
function settingsOf(inputs, environment) {
    return {
        overlays: environment?.overlays ?? inputs.overlay ?? [],
        base: environment?.base ?? inputs.base,
        autoMerge: environment?.autoMerge ?? inputs.autoMerge,
        reviewers: environment?.reviewers ?? inputs.reviewers,
        labels: environment?.labels ?? inputs.labels,
    };
}
function contradictions({ overlay, environments, promoteFrom }) {
    if (environments !== undefined) {
        const both = [
            ...(overlay === undefined ? [] : ['overlay']),
            ...(promoteFrom === undefined ? [] : ['promote-from']),
        ];
        return both.map((input) => ({
            input,
            seen: 'given together with environments',
            expected: 'one of the two: each entry of environments names its own',
        }));
    }
    return overlay === undefined
        ? [{ input: 'overlay', seen: undefined, expected: 'a folder of the GitOps repository, or environments' }]
        : [];
}
/** The images of the inputs, as the environment wants them. */
function target_imagesOf({ images, promoteFrom, service }, environment) {
    const from = environment?.promoteFrom ?? promoteFrom;
    if (from !== undefined) {
        if (images?.kind !== 'given')
            return { kind: 'promoted', names: images?.names ?? [service.text], from };
        throw inputFault([
            {
                input: 'images',
                seen: images.assignments.map(({ name }) => `${name}=…`).join('\n'),
                expected: `names alone, since the digests come from ${from.text}`,
            },
        ]);
    }
    if (images?.kind === 'given')
        return images;
    throw inputFault([
        {
            input: 'images',
            seen: images?.names.join('\n'),
            expected: 'one line per image, name=registry/repository@digest',
        },
    ]);
}
function target_sourceOf({ repository, sha, ref, event }) {
    const missing = Object.entries({ GITHUB_REPOSITORY: repository, GITHUB_SHA: sha, GITHUB_REF: ref })
        .filter(([, value]) => value === undefined)
        .map(([name]) => name);
    if (repository === undefined || sha === undefined || ref === undefined) {
        throw gitopsFault('run-unknown', { subject: 'the run', detail: `${missing.join(', ')} is not set` });
    }
    if (!/^refs\/(?:heads|tags)\//.test(ref)) {
        const detail = `${ref} (${event ?? 'unknown event'}) is no branch and no tag, so its commit is in nobody's history`;
        const hint = "Let the job run for branches and tags alone: `if: github.event_name == 'push'`.";
        throw gitopsFault('run-unknown', { subject: 'GITHUB_REF', detail, hint });
    }
    return { source: parseSource(ref, sha), repository };
}
function parseSource(ref, sha) {
    try {
        return SourceCommit.parse(ref, sha);
    }
    catch (cause) {
        const detail = `${JSON.stringify(ref)} at ${JSON.stringify(sha)} is not a full ref and a commit`;
        throw gitopsFault('run-unknown', { subject: 'GITHUB_REF and GITHUB_SHA', detail, cause });
    }
}
/** The last segments of the overlays, in one order whatever the order of the input. */
function overlayNames(overlays) {
    return [...new Set(overlays.map(({ name }) => name))].sort().join('+');
}

;// CONCATENATED MODULE: ./src/domain/gitops/repository-name.ts
const FORM = /^(?<owner>[A-Za-z0-9](?:[A-Za-z0-9_]|-(?=[A-Za-z0-9_])){0,99})\/(?<name>(?!\.{1,2}$)(?!.*\.git$)[A-Za-z0-9._-]{1,100})$/;
/**
 * A repository on GitHub, `owner/name`.
 *
 * @example RepositoryName.parse('org/bookstore-gitops').owner === 'org'
 */
class RepositoryName {
    owner;
    name;
    constructor(owner, name) {
        this.owner = owner;
        this.name = name;
    }
    /** @throws {RangeError} with the accepted form. */
    static parse(text) {
        const { owner, name } = FORM.exec(text)?.groups ?? {};
        if (owner === undefined || name === undefined) {
            throw new RangeError('a repository as owner/name, without an address and without .git, such as org/bookstore-gitops');
        }
        return new RepositoryName(owner, name);
    }
    toString() {
        return `${this.owner}/${this.name}`;
    }
}

;// CONCATENATED MODULE: ./actions/gitops-bump/bump.ts








/** How often everything is read anew when others were faster, or GitHub was busy. */
const MOST_PASSES = 5;
const FIRST_PAUSE = 1000;
/** A longer wait than this, in seconds, is a job's time wasted. */
const LONGEST_WAIT = 60;
/** Proposes the images of a run as a pull request on the GitOps repository, or finds that nothing is to be done. */
async function bump(inputs, context, ports) {
    const target = targetOf(inputs, context);
    if (target === undefined)
        return toReport(inputs, noEnvironment(context));
    const reports = await readReports(inputs, context, ports.files);
    const { token, apiUrl, repository, sourceToken } = inputs;
    const gitops = ports.gitops({ repository, token, apiUrl });
    const source = RepositoryName.parse(target.sourceRepository);
    const history = ports.history({ repository: source, token: sourceToken, apiUrl: undefined });
    const answers = new Answers(history);
    const memory = {};
    const outcome = await bump_untilDone(ports.pause, repository, async () => {
        const scene = await readScene(target, gitops, history, answers);
        return act({ target, scene, gitops, answers, reports, context, memory, pause: ports.pause });
    });
    return toReport(inputs, outcome);
}
function noEnvironment({ ref }) {
    return { result: 'skipped', sentence: `no environment is for ${ref ?? 'this run'}`, notes: [] };
}
/** Nothing is half done: each pass reads, decides and writes by compare-and-swap, so that it can be done again at any point. */
async function bump_untilDone(pause, repository, pass) {
    for (let passes = 1;; passes++) {
        const done = await pass().catch((error) => {
            if (error instanceof GitHubBusy && (error.retryAfter ?? 0) <= LONGEST_WAIT)
                return error;
            throw error;
        });
        const isBusy = done instanceof GitHubBusy;
        if (!isBusy && 'result' in done)
            return done;
        if (passes === MOST_PASSES)
            throw isBusy ? done : raceLost(repository, done.again);
        const asked = isBusy ? (done.retryAfter ?? 0) * 1000 : 0;
        await pause.upTo(Math.max(2 * asked, FIRST_PAUSE * 2 ** (passes - 1)));
    }
}
function raceLost(repository, because) {
    const detail = `${MOST_PASSES} tries did not get through, the last one because ${because}`;
    return gitopsFault('race-lost', { subject: repository.toString(), detail });
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

;// CONCATENATED MODULE: ./src/domain/gitops/branch-template.ts


const PLACEHOLDER = /\{(overlay|service|sha)\}/g;
const SAMPLE = { overlay: 'dev', service: 'orders', sha: '0'.repeat(40) };
const branch_template_FORM = 'a branch name with the placeholders {overlay}, {service} and {sha}, such as bump/{overlay}/{service}';
/** `refs/heads/` and the name have at most 255 bytes on GitHub. */
const branch_template_LONGEST_NAME = 244;
/**
 * The name of the branch a bump is proposed on. Without `{sha}` there is one branch, so one pull request, per overlay and
 * service; with it there is one per commit, and older ones are superseded.
 *
 * @example BranchTemplate.parse('bump/{overlay}/{service}').branch({ overlay: 'dev', service: 'orders', sha }, 'main') === 'bump/dev/orders'
 */
class BranchTemplate {
    text;
    constructor(text) {
        this.text = text;
    }
    /** @throws {RangeError} with the accepted form: for an unknown placeholder, or a text around them that git refuses. */
    static parse(text) {
        if (/[{}]/.test(text.replace(PLACEHOLDER, '')) || problemOf(fill(text, SAMPLE)) !== undefined) {
            throw new RangeError(branch_template_FORM);
        }
        return new BranchTemplate(text);
    }
    /** Whether every commit has a branch of its own. */
    get namesCommit() {
        return this.text.includes('{sha}');
    }
    /**
     * Whether a branch is one of this template, for these values and any commit.
     *
     * @example BranchTemplate.parse('bump/{service}-{sha}').isOf(`bump/orders-${otherSha}`, values)
     */
    isOf(branch, values) {
        const parts = fill(this.text, { ...values, sha: '\0' }).split('\0');
        const source = parts.map((part) => part.replace(/\W/g, '\\$&')).join('[0-9a-f]{40}');
        return new RegExp(`^${source}$`).test(branch);
    }
    /**
     * @param base the branch that the pull request goes to
     * @throws {Fault} `branch-refused` when the values make a name that git or GitHub refuses, or the base's own
     */
    branch(values, base) {
        const name = fill(this.text, values);
        const problem = name === base ? 'is the base branch itself' : problemOf(name);
        if (problem === undefined)
            return name;
        throw gitopsFault('branch-refused', {
            subject: 'input "branch"',
            detail: `${JSON.stringify(this.text)} gives ${JSON.stringify(name)}, which ${problem}`,
        });
    }
    toString() {
        return this.text;
    }
}
function fill(template, values) {
    return template.replace(PLACEHOLDER, (_, name) => values[name]);
}
/**
 * GitHub refuses some names that git takes: 40 hex digits, and `refs/` at the beginning.
 *
 * @returns the end of a sentence; undefined for a good name
 */
function problemOf(name) {
    if (!isBranchName(name))
        return 'git does not take as the name of a branch';
    if (/^[0-9a-f]{40}$/i.test(name))
        return 'reads as a commit, so GitHub refuses it';
    if (name.startsWith('refs/'))
        return 'begins with refs/, so GitHub refuses it';
    if (new TextEncoder().encode(name).length > branch_template_LONGEST_NAME)
        return `has more than ${branch_template_LONGEST_NAME} bytes`;
    return undefined;
}

;// CONCATENATED MODULE: ./src/domain/gitops/image-assignment.ts

const SEGMENT = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
/** An image without tag and digest. kustomize takes it for a regular expression; only the dot means anything there. */
const IMAGE_NAME = new RegExp(`^${SEGMENT}(?::[0-9]{1,5}(?=/))?(?:/${SEGMENT})*$`);
const LONGEST_SHOWN = 120;
/**
 * Reads the lines of the input `images`. Blank lines are passed over; everything that is wrong is said at once.
 *
 * @example parseImageAssignments('orders=ghcr.io/org/orders@sha256:…')[0].newName === 'ghcr.io/org/orders'
 * @throws {RangeError} with the accepted form and every faulty line
 */
function parseImageAssignments(text) {
    const lines = text
        .split(/\r?\n/)
        .map((line, index) => ({ number: index + 1, text: line.trim() }))
        .filter((line) => line.text !== '');
    const read = lines.map((line) => ({ ...line, ...parseLine(line.text) }));
    const problems = read.flatMap(({ number, text: shown, problem, name }, index) => {
        const twice = name !== undefined && read.findIndex((other) => other.name === name) < index;
        const all = [...(problem === undefined ? [] : [problem]), ...(twice ? [`${name} is named twice`] : [])];
        return all.map((what) => `line ${number}, ${JSON.stringify(shorten(shown))}: ${what}`);
    });
    if (lines.length === 0)
        problems.push('there is no line');
    if (problems.length > 0) {
        throw new RangeError(`one line per image, name=${IMAGE_REFERENCE_FORM}; ${problems.join('; ')}`);
    }
    return read.flatMap(({ assignment }) => assignment ?? []);
}
function parseLine(line) {
    const equals = line.indexOf('=');
    if (equals < 0)
        return { problem: 'there is no "=" behind a name' };
    const name = line.slice(0, equals);
    if (!IMAGE_NAME.test(name))
        return { problem: 'the name before "=" is not that of an image without tag and digest' };
    try {
        const reference = ImageReference.parse(line.slice(equals + 1));
        return { name, assignment: { name, newName: reference.name, digest: reference.digest } };
    }
    catch {
        return { name, problem: 'behind "=" is not registry/repository@digest' };
    }
}
function shorten(text) {
    return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}

;// CONCATENATED MODULE: ./src/domain/gitops/image-lines.ts

/**
 * Reads the input `images`: lines of `name=registry/repository@digest`, or, for a promotion, of names alone.
 *
 * @example parseImageLines('orders').kind === 'named'
 * @throws {RangeError} with the accepted form and every faulty line
 */
function parseImageLines(text) {
    const lines = text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    if (lines.length === 0 || !lines.every((line) => IMAGE_NAME.test(line))) {
        return { kind: 'given', assignments: parseImageAssignments(text) };
    }
    const twice = lines.find((line, index) => lines.indexOf(line) < index);
    if (twice !== undefined)
        throw new RangeError(`each name once; ${twice} is named twice`);
    return { kind: 'named', names: lines };
}

;// CONCATENATED MODULE: ./actions/gitops-bump/inputs.ts










const inputs_service = using('the name of the service', (value) => ServiceName.parse(value));
const overlay = using('a folder of the GitOps repository', (value) => OverlayPath.parse(value));
/** The inputs of action.yml, with the same defaults. */
const inputs = {
    service: required(inputs_service),
    repository: required(using('owner/name', (value) => RepositoryName.parse(value))),
    token: secret(required(input_spec_text('a token for the GitOps repository'))),
    images: optional(using('one line per image, name=registry/repository@digest', parseImageLines)),
    'promote-from': optional(overlay),
    overlay: optional(lines(overlay)),
    environments: optional(using('a YAML list of environments', parseEnvironments)),
    base: optional(using('the name of a branch', branchName)),
    branch: withDefault(using('a branch name with placeholders', (value) => BranchTemplate.parse(value)), 'bump/{overlay}/{service}'),
    services: optional(lines(inputs_service)),
    'api-url': optional(using('the address of an API', parseApiUrl)),
    'auto-merge': withDefault(input_spec_oneOf('off', ...MERGE_METHODS), 'off'),
    reviewers: withDefault(lines(using('a login or org/team', (value) => Reviewer.parse(value))), ''),
    labels: withDefault(lines(using('the name of a label', label)), ''),
    evidence: withDefault(lines(using('a path', parsePinnedPath)), ''),
    'source-token': secret(optional(input_spec_text('a token for the source repository'))),
    rollback: withDefault(flag(), 'false'),
    'dry-run': withDefault(flag(), 'false'),
};
/** The outputs of action.yml. */
const outputs = [
    'result',
    'number',
    'url',
    'branch',
    'commit',
    'verified',
    'auto-merge',
    'diff',
    'evidence',
    'evidence-sha256',
];
/** The root of a GitHub API, without a slash at its end; a token must not travel in the clear, but on this machine. */
function parseApiUrl(value) {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const isLocal = url !== undefined && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal);
    if (url === undefined || !isSafe || url.username !== '' || url.search !== '' || url.hash !== '') {
        throw new RangeError('the https address of an API such as https://github.example.com/api/v3');
    }
    return url.href.replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./actions/gitops-bump/main.ts







/** Runs gitops-bump on this machine. */
async function run() {
    const shell = systemShell();
    await execute({ name: 'gitops-bump', inputs: inputs, outputs: outputs, files: [], run: bump }, shell, {
        files: nodeFiles(shell.runner.context().workspace),
        pause: timerPause(),
        gitops: connectGitOps,
        history: connectHistory,
    });
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

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

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
__webpack_unused_export__ = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
exports.oP = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
exports.DB = cst;
exports.JG = lexer.Lexer;
__webpack_unused_export__ = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
exports.hR = publicApi.parseAllDocuments;
__webpack_unused_export__ = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


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
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
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
/******/ var __webpack_exports__ = __nccwpck_require__(8794);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
