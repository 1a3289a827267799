import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { BlindPolicy } from '@/lib/project/project';
import { blindPolicies } from '@/lib/project/project';
import { filledPath, signedInPages } from '@/tests/harness/all-pages';
import type { RunningServer } from '@/tests/harness/running-server';
import { sharedServer } from '@/tests/harness/running-server';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { joinAs } from './colleague';

jest.setTimeout(240_000);

/** Every role × every page of a project and an article, under each blind policy, and once either is archived. */
type People = Record<'owner' | 'manager' | 'analyst' | 'viewer' | 'stranger', Session>;

const secretTitle = 'A title for members alone';
let server: RunningServer;
let owner: Session;

beforeAll(async () => {
  server = await sharedServer();
  owner = await signIn(server.address);
});

const pages = signedInPages.filter((path) => path.includes('{'));
const ofArticle = (path: string) => path.includes('{article}');
// To members who may not, the pages to add articles and to change settings say so.
const managersOnly = ['/projects/{project}/adjudication'];
const ownersOnly = ['/projects/{project}/security'];
const adjudication = '/articles/{article}/adjudication';

async function aHouse(blind: BlindPolicy) {
  const { id: project } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'A project for members alone',
    blind,
  });
  const added = await owner.call<{ id: string }>('POST', `/api/v1/projects/${project}/articles`, {
    title: secretTitle,
    text: 'The regime’s failed gamble cost thousands of jobs.',
  });
  const join = (role: 'manager' | 'analyst' | 'viewer') =>
    joinAs(server.address, owner, project, `A ${role}`, role);
  const { id: elsewhere } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Elsewhere',
  });
  const people: People = {
    owner,
    manager: await join('manager'),
    analyst: await join('analyst'),
    viewer: await join('viewer'),
    stranger: await joinAs(server.address, owner, elsewhere, 'A stranger', 'viewer'),
  };
  return { ids: { project, article: added.id }, people };
}

type House = Awaited<ReturnType<typeof aHouse>>;

/** Which pages each person gets, in words: shown, or why not; and whether the title came with a page that was not shown. */
async function seen({ ids, people }: House, of: readonly string[]) {
  const found: Record<string, Record<string, string>> = {};
  for (const [name, session] of Object.entries(people)) {
    found[name] = {};
    for (const page of of) {
      const answer = await session.fetch(filledPath(page, ids), { redirect: 'manual' });
      const body = await answer.text();
      const isHidden = answer.status !== 200 && body.includes(secretTitle);
      // A page that streams says “not found” under 200; its words are those of the page that is not there.
      const isThere = answer.status === 200 && !/NEXT_HTTP_ERROR_FALLBACK;404/.test(body);
      const isRefused = body.includes('Only managers adjudicate');
      const missing = answer.status < 500 ? 'absent' : String(answer.status);
      const shown = isRefused ? 'for managers' : 'shown';
      const result = isThere ? shown : missing;
      found[name][page] = isHidden ? `${result}, with the title` : result;
    }
  }
  return found;
}

const role = (name: string) => name as keyof People;

function expected(
  name: keyof People,
  page: string,
  archived: 'nothing' | 'article' | 'project',
): string {
  if (name === 'stranger') return 'absent';
  if (archived === 'project' && name !== 'owner') return 'absent';
  const isManager = name === 'owner' || name === 'manager';
  if (archived === 'article' && ofArticle(page) && !isManager) return 'absent';
  if (managersOnly.includes(page) && !isManager) return 'absent';
  if (ownersOnly.includes(page) && name !== 'owner') return 'absent';
  if (page === adjudication && !isManager) return 'for managers';
  return 'shown';
}

describe.each(blindPolicies)('in a project that is %s', (blind) => {
  let house: House;
  beforeAll(async () => {
    house = await aHouse(blind);
  });

  test.each(['nothing', 'article', 'project'] as const)('archived: %s', async (archived) => {
    const { project, article } = house.ids;
    if (archived === 'article') await owner.call('DELETE', `/api/v1/articles/${article}`);
    if (archived === 'project') await owner.call('DELETE', `/api/v1/projects/${project}`);
    const found = await seen(house, pages);
    const wanted = Object.fromEntries(
      Object.keys(house.people).map((name) => [
        name,
        Object.fromEntries(pages.map((page) => [page, expected(role(name), page, archived)])),
      ]),
    );
    expect(found).toEqual(wanted);
  });

  test('nobody is sent to sign in', async () => {
    for (const page of pages) {
      const address = server.address + filledPath(page, house.ids);
      const answer = await fetch(address, { redirect: 'manual' });
      const body = await answer.text();
      expect({ page, isShown: body.includes(secretTitle) }).toEqual({ page, isShown: false });
      expect(answer.headers.get('location') ?? body).toContain('/sign-in');
    }
  });
});
