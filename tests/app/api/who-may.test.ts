import { beforeAll, describe, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { routeModules } from '@/app/api/v1/openapi.json/operations';
import type { AskerName, FullHouse } from '@/tests/builders/a-full-house';
import { aFullHouse, askers } from '@/tests/builders/a-full-house';
import { callRoute } from '@/tests/harness/call-route';

type Row = {
  door: string;
  /** Statuses for owner, manager, analyst, viewer, stranger; nobody and a revoked token get 401. */
  statuses: [number, number, number, number, number];
  /** For nobody and a revoked token, where it is not 401. */
  unknown?: number;
  body?: (house: FullHouse) => unknown;
  /** The door of the asking person's own layer, where they have one. */
  own?: true;
};

const everybody = (status: number): Row['statuses'] => [status, status, status, status, status];
const members = (status: number): Row['statuses'] => [status, status, status, status, 404];
const managers = (status: number): Row['statuses'] => [status, status, 403, 403, 404];
const owners = (status: number): Row['statuses'] => [status, 403, 403, 403, 404];

const put = { label: 'loaded_framing', segments: [{ start: 0, end: 3 }] };
const person = (house: FullHouse) => ({
  name: 'Ada',
  email: house.body.email,
  password: 'long enough',
});
const comment = { body: 'Something else.' };
const thread = ({ ids, own }: FullHouse) => ({
  articleId: ids.articleId,
  segments: [{ start: 4, end: 10 }],
  comment: { id: own.commentId, body: 'What of this?' },
});
const P = '/api/v1/projects/{projectId}';
const A = '/api/v1/articles/{articleId}';
const D = '/api/v1/drafts/{draftId}';
const L = '/api/v1/layers/{layerId}';
const T = '/api/v1/threads/{threadId}';

const rows: Row[] = [
  { door: 'GET /api/health', statuses: everybody(200), unknown: 200 },
  { door: 'GET /api/ready', statuses: everybody(200), unknown: 200 },
  { door: 'GET /api/metrics', statuses: everybody(403), unknown: 403 },
  { door: 'GET /api/v1/me', statuses: everybody(200) },
  { door: 'GET /api/v1/me/mentions', statuses: everybody(200) },
  {
    door: 'PATCH /api/v1/me/mentions',
    statuses: everybody(204),
    body: ({ ids }) => ({ seen: [ids.commentId] }),
  },
  {
    door: 'POST /api/v1/me/password',
    statuses: everybody(422),
    body: () => ({ current: 'not it, surely', next: 'long enough' }),
  },
  {
    door: 'POST /api/v1/me/proof',
    statuses: everybody(409),
    body: () => ({ password: 'a guess' }),
  },
  { door: 'GET /api/v1/me/second-factor', statuses: everybody(200) },
  { door: 'POST /api/v1/me/second-factor', statuses: everybody(201) },
  { door: 'DELETE /api/v1/me/second-factor', statuses: everybody(409) },
  {
    door: 'POST /api/v1/me/second-factor/confirmation',
    statuses: everybody(409),
    body: () => ({ code: '123456' }),
  },
  { door: 'POST /api/v1/me/second-factor/recovery-codes', statuses: everybody(409) },
  { door: 'GET /api/v1/me/sessions', statuses: everybody(200) },
  { door: 'DELETE /api/v1/me/sessions', statuses: everybody(204) },
  { door: 'DELETE /api/v1/me/sessions/{sessionId}', statuses: everybody(404) },
  { door: 'GET /api/v1/tokens', statuses: everybody(200) },
  {
    door: 'POST /api/v1/tokens',
    statuses: everybody(201),
    body: () => ({ name: 'x', scopes: ['read'] }),
  },
  { door: 'DELETE /api/v1/tokens/{tokenId}', statuses: everybody(404) },
  {
    door: 'POST /api/v1/password-resets',
    statuses: everybody(404),
    unknown: 404,
    body: ({ body }) => ({ email: body.email }),
  },
  {
    door: 'POST /api/v1/password-resets/accept',
    statuses: everybody(404),
    unknown: 404,
    body: () => ({ secret: 'guess', password: 'long enough' }),
  },
  { door: 'POST /api/v1/welcome/{secret}', statuses: everybody(404), unknown: 404, body: person },
  { door: 'GET /api/v1/projects', statuses: everybody(200) },
  { door: 'POST /api/v1/projects', statuses: everybody(201), body: () => ({ name: 'New' }) },
  { door: 'POST /api/v1/demo', statuses: everybody(201) },
  { door: 'POST /api/v1/clean-ups', statuses: everybody(200), body: () => ({ text: 'A  text' }) },
  { door: `GET ${P}`, statuses: members(200) },
  { door: `PATCH ${P}`, statuses: owners(200), body: () => ({ name: 'New' }) },
  { door: `DELETE ${P}`, statuses: owners(204) },
  { door: `GET ${P}/security-events`, statuses: owners(200) },
  { door: `GET ${P}/adjudication-settings`, statuses: members(200) },
  {
    door: `PATCH ${P}/adjudication-settings`,
    statuses: managers(200),
    body: () => ({ reasonRequired: false }),
  },
  { door: `GET ${P}/performance`, statuses: members(200) },
  { door: `GET ${P}/performance?user={userId}`, statuses: managers(200) },
  { door: `GET ${P}/adjudication`, statuses: managers(200) },
  { door: `POST ${P}/merges`, statuses: managers(200) },
  { door: `GET ${A}/adjudication`, statuses: managers(200) },
  { door: `GET ${A}/merges`, statuses: managers(200) },
  { door: `POST ${A}/merges`, statuses: managers(201) },
  { door: 'GET /api/v1/decisions/{decisionId}', statuses: [200, 200, 404, 404, 404] },
  {
    door: 'PUT /api/v1/decisions/{decisionId}',
    statuses: [200, 409, 403, 403, 404],
    body: ({ ids }) => ({ articleId: ids.articleId, reasonKey: 'fits' }),
  },
  { door: 'DELETE /api/v1/decisions/{decisionId}', statuses: [204, 204, 404, 404, 404] },
  { door: `GET ${P}/rounds`, statuses: members(200) },
  // 409: they may, but no article has two submitted layers.
  { door: `POST ${P}/rounds`, statuses: [409, 409, 403, 403, 404] },
  // 404: there is no round yet.
  { door: `GET ${P}/rounds/{number}`, statuses: members(404) },
  {
    door: `PATCH ${P}/rounds/{number}`,
    statuses: [404, 404, 403, 403, 404],
    body: () => ({ state: 'closed' }),
  },
  { door: `GET ${P}/decisions`, statuses: members(200) },
  { door: `GET ${P}/changes`, statuses: members(200) },
  { door: `GET ${P}/changes?user={userId}`, statuses: managers(200) },
  { door: `GET ${A}/changes`, statuses: members(200) },
  { door: `GET ${A}/changes?user={userId}`, statuses: managers(200) },
  // 404: nothing was decided about it.
  { door: 'GET /api/v1/annotations/{annotationId}/decision', statuses: everybody(404) },
  { door: `GET ${P}/members`, statuses: members(200) },
  { door: `PATCH ${P}/members/{userId}`, statuses: owners(204), body: () => ({ role: 'viewer' }) },
  { door: `DELETE ${P}/members/{userId}`, statuses: owners(204) },
  {
    door: `PATCH ${P}/members/{userId}/account`,
    statuses: owners(204),
    body: () => ({ disabled: true }),
  },
  { door: `POST ${P}/members/{userId}/password-reset`, statuses: managers(201) },
  { door: `GET ${P}/invitations`, statuses: managers(200) },
  { door: `POST ${P}/invitations`, statuses: managers(201), body: () => ({ role: 'viewer' }) },
  { door: `DELETE ${P}/invitations/{invitationId}`, statuses: managers(204) },
  {
    door: 'POST /api/v1/invitations/{token}/accept',
    statuses: [409, 409, 409, 409, 200],
    body: () => ({}),
  },
  { door: `GET ${P}/codebook`, statuses: members(200) },
  { door: `PUT ${P}/codebook`, statuses: managers(200), body: () => ({ labels: [{ key: 'a' }] }) },
  // 409: they may, but the draft has not changed.
  { door: `POST ${P}/codebook/publish`, statuses: [409, 409, 403, 403, 404] },
  { door: `GET ${P}/codebooks`, statuses: members(200) },
  { door: `GET ${P}/codebooks/{version}`, statuses: members(200) },
  { door: `GET ${P}/articles`, statuses: members(200) },
  {
    door: `POST ${P}/articles`,
    statuses: managers(201),
    body: () => ({ title: 'x', text: 'A text' }),
  },
  { door: `GET ${P}/agreement`, statuses: members(200) },
  { door: `GET ${P}/export`, statuses: members(200) },
  { door: `GET ${P}/drafts`, statuses: managers(200) },
  {
    door: `POST ${P}/drafts`,
    statuses: managers(201),
    body: () => ({ title: 'x', text: 'A text' }),
  },
  { door: `GET ${D}`, statuses: managers(200) },
  { door: `PATCH ${D}`, statuses: managers(200), body: () => ({ title: 'New' }) },
  { door: `DELETE ${D}`, statuses: managers(204) },
  { door: `GET ${D}/text`, statuses: managers(200) },
  { door: `POST ${D}/lock`, statuses: managers(200), body: () => ({}) },
  { door: `GET ${A}`, statuses: members(200) },
  { door: `PATCH ${A}`, statuses: managers(200), body: () => ({ title: 'New' }) },
  { door: `DELETE ${A}`, statuses: managers(204) },
  { door: `GET ${A}/text`, statuses: members(200) },
  { door: `GET ${A}/calibration`, statuses: members(200) },
  {
    door: `GET ${A}/calibration?user={userId}`,
    statuses: managers(200),
  },
  // 409: they may, but the article is not adjudicated.
  { door: `PUT ${A}/calibration`, statuses: managers(409) },
  { door: `DELETE ${A}/calibration`, statuses: managers(204) },
  // 409: they may, but nobody is measured by the article.
  { door: `POST ${A}/calibration/attempts`, statuses: [409, 409, 409, 403, 404] },
  { door: `GET ${A}/comparison`, statuses: members(200) },
  { door: `GET ${A}/export`, statuses: members(200) },
  { door: `GET ${A}/layers`, statuses: members(200) },
  { door: `PUT ${A}/layers/mine`, statuses: [200, 200, 200, 403, 404] },
  { door: `GET ${L}`, statuses: [200, 200, 404, 404, 404] },
  { door: `GET ${L}`, own: true, statuses: [200, 200, 200, 404, 404] },
  { door: `PATCH ${L}`, statuses: [403, 403, 404, 404, 404], body: () => ({ state: 'submitted' }) },
  { door: `PATCH ${L}`, statuses: [200, 200, 404, 404, 404], body: () => ({ state: 'open' }) },
  {
    door: `PATCH ${L}`,
    own: true,
    statuses: [200, 200, 200, 404, 404],
    body: () => ({ state: 'submitted' }),
  },
  { door: `GET ${L}/annotations`, statuses: [200, 200, 404, 404, 404] },
  { door: `GET ${L}/annotations`, own: true, statuses: [200, 200, 200, 404, 404] },
  {
    door: `PUT ${L}/annotations/{annotationId}`,
    statuses: [403, 403, 404, 404, 404],
    body: () => put,
  },
  {
    door: `PUT ${L}/annotations/{annotationId}`,
    own: true,
    statuses: [200, 200, 200, 404, 404],
    body: () => put,
  },
  { door: `DELETE ${L}/annotations/{annotationId}`, statuses: [403, 403, 404, 404, 404] },
  {
    door: `DELETE ${L}/annotations/{annotationId}`,
    own: true,
    statuses: [204, 204, 204, 404, 404],
  },
  {
    door: `POST ${L}/annotations:batch`,
    statuses: [403, 403, 404, 404, 404],
    body: () => ({ put: [put] }),
  },
  {
    door: `POST ${L}/annotations:batch`,
    own: true,
    statuses: [200, 200, 200, 404, 404],
    body: () => ({ put: [put] }),
  },
  { door: `GET ${L}/relations`, statuses: [200, 200, 404, 404, 404] },
  {
    door: `PUT ${L}/relations/{relationId}`,
    statuses: [403, 403, 404, 404, 404],
    body: ({ own }) => ({ type: 'x', from: own.annotationId, to: own.annotationId }),
  },
  {
    // 422: they may, but Basic 3 has no types of relations.
    door: `PUT ${L}/relations/{relationId}`,
    own: true,
    statuses: [422, 422, 422, 404, 404],
    body: ({ own }) => ({ type: 'x', from: own.annotationId, to: own.annotationId }),
  },
  { door: `DELETE ${L}/relations/{relationId}`, statuses: [403, 403, 404, 404, 404] },
  { door: 'GET /api/v1/annotations/{annotationId}/history', statuses: [200, 200, 404, 404, 404] },
  {
    door: 'GET /api/v1/annotations/{annotationId}/history',
    own: true,
    statuses: [200, 200, 200, 404, 404],
  },
  { door: `GET ${A}/threads`, statuses: members(200) },
  // 409: they may, but somebody else has begun a thread of this id.
  { door: `PUT ${T}`, statuses: [409, 409, 409, 403, 404], body: thread },
  { door: `PUT ${T}`, own: true, statuses: [200, 200, 200, 403, 404], body: thread },
  { door: `PATCH ${T}`, statuses: [200, 200, 404, 404, 404], body: () => ({ state: 'resolved' }) },
  {
    door: `PATCH ${T}`,
    own: true,
    statuses: [200, 200, 200, 404, 404],
    body: () => ({ state: 'resolved' }),
  },
  {
    door: `PUT ${T}/comments/{commentId}`,
    statuses: [403, 403, 404, 404, 404],
    body: () => comment,
  },
  {
    door: `PUT ${T}/comments/{commentId}`,
    own: true,
    statuses: [200, 200, 200, 404, 404],
    body: () => comment,
  },
  { door: `DELETE ${T}/comments/{commentId}`, statuses: [403, 403, 404, 404, 404] },
  { door: `DELETE ${T}/comments/{commentId}`, own: true, statuses: [204, 204, 204, 404, 404] },
];

const statusFor = ({ statuses, unknown = 401 }: Row, name: AskerName): number =>
  statuses[askers.indexOf(name)] ?? unknown;

const filled = (template: string, ids: Record<string, string>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');

async function come({ door, own, body }: Row, house: FullHouse, elsewhere = {}) {
  const [method = '', template = ''] = door.split(' ');
  const ids = { ...house.ids, ...(own ? house.own : {}), ...elsewhere };
  return callRoute(method, filled(template, ids), { as: house.as, body: body?.(house) });
}

test('every operation of the API is in the table', () => {
  const doors = Object.entries(routeModules).flatMap(([path, module]) =>
    Object.keys(module).map((method) => `${method} ${path}`),
  );
  expect([...new Set(rows.map(({ door }) => door.replace(/\?.*/, '')))].sort()).toEqual(
    doors.sort(),
  );
});

describe.each(askers)('%s', (name) => {
  let sharedHouse: FullHouse;
  beforeAll(async () => {
    sharedHouse = await aFullHouse(name);
  });

  test.each(rows.map((row) => [row.own ? `${row.door} (own)` : row.door, row] as const))(
    '%s',
    async (_, row) => {
      const expected = statusFor(row, name);
      const harmless = expected >= 400 || row.door.startsWith('GET ');
      const house = harmless ? sharedHouse : await aFullHouse(name);
      const { status, body, headers } = await come(row, house);
      expect({ status, body }).toMatchObject({ status: expected });
      expect(headers.get('cache-control')).toBe('no-store');
      if (expected < 400) return;
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(body).toMatchObject({ status: expected, title: expect.any(String) });
    },
  );
});

// Drafts and invitations are the project's; what is about an article or a passage of it is the article's.
const ofArticle = /\{(?:articleId|layerId|annotationId|relationId|decisionId|threadId|commentId)\}/;
const ofProject = new RegExp(`\\{(?:projectId|draftId|token)\\}|${ofArticle.source}`);
// Who may bring it back may name it, and putting away what is away already changes nothing.
const bringingBack = [`PATCH ${A}`, `DELETE ${A}`, `PATCH ${P}`, `DELETE ${P}`];
// Sent again, these are answered with what is there already.
const repeated = ['PUT /api/v1/decisions/{decisionId}', `PUT ${A}/layers/mine`];
const toPrepare = (door: string, what: string) => what === 'project' && door.includes('/drafts');
const putAway = [
  { what: 'article', doors: ofArticle, back: ['owner', 'manager'] },
  { what: 'project', doors: ofProject, back: ['owner'] },
] as const;

describe.each(putAway)('in an archived $what', ({ what, doors, back }) => {
  const asked = rows.filter(({ door }) => doors.test(door));

  describe.each(askers)('%s', (name) => {
    let house: FullHouse;
    beforeAll(async () => {
      house = await aFullHouse(name, { archived: what });
    });
    const comesBack = (back as readonly AskerName[]).includes(name);
    const isKnown = statusFor({ door: '', statuses: members(200) }, name) !== 401;

    test.each(asked.map((row) => [row.own ? `${row.door} (own)` : row.door, row] as const))(
      '%s',
      async (_, row) => {
        if (comesBack && [...bringingBack, ...repeated].includes(row.door)) return;
        const { status, body } = await come(row, house);
        const now = { door: row.door, status, body };
        if (row.door.includes('{token}')) expect(now).toMatchObject({ status: 404 });
        else if (!isKnown) expect(now).toMatchObject({ status: 401 });
        else if (!comesBack) expect(now).toMatchObject({ status: 404 });
        else if (row.door.startsWith('GET ') && !toPrepare(row.door, what))
          expect(now).toMatchObject({ status: statusFor(row, name) });
        else expect(status).toBeGreaterThanOrEqual(400);
      },
    );
  });
});

describe('a stranger cannot tell whether it is there:', () => {
  // Of what is refused as absent nothing is changed, so one house is enough.
  let house: FullHouse;
  beforeAll(async () => {
    house = await aFullHouse('stranger');
  });

  test.each(
    rows.filter(({ statuses }) => statuses[4] === 404).map((row) => [row.door, row] as const),
  )('%s', async (_, row) => {
    const nowhere = Object.fromEntries(
      Object.keys(house.ids)
        .filter((key) => key.endsWith('Id'))
        .map((key) => [key, v7()]),
    );
    const [there, not] = [await come(row, house), await come(row, house, nowhere)];
    expect(there.status).toBe(404);
    expect(there.body).toEqual(not.body);
  });
});
