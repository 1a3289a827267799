import type { Call } from '@/components/outbox/requests';
import { callApi } from '@/components/ui/api';
import type { ArticleView } from '@/lib/article/article';
import type { Codebook, CodebookVersionView } from '@/lib/codebook/codebook';
import { signIn } from '@/tests/harness/session';
import type { Session } from '@/tests/harness/session';

/** An article of the drill, the same for all its pages. */
export type DrillArticle = { view: ArticleView; text: string };

/** An analyst of the drill. */
export type DrillPerson = { userId: string; name: string; cookie: string };

/** Calls the API as the person’s browser does: with their cookie and our origin. */
export function callAs({ cookie }: DrillPerson, address: string): Call {
  return (method, path, body, options) =>
    callApi(method, address + path, body, {
      ...options,
      headers: { ...options?.headers, cookie, origin: address },
    });
}

/** The drill’s project with its articles and analysts. */
export type DrillProject = {
  projectId: string;
  codebook: { version: number; content: Codebook };
  articles: DrillArticle[];
  people: DrillPerson[];
};

const sentences = [
  'The regime’s failed gamble 😀 cost thousands of jobs, experts agree.',
  '“We were never asked,” Ms Doyle said, “and we will not be silent.”',
  'The mayor rammed the budget through on Tuesday, or so the café owner says 👩‍👩‍👧.',
  'Crime in the district has doubled since the change, and nobody explains why.',
];

const textOf = (number: number) =>
  Array.from({ length: 40 }, (_, at) => `${number}.${at} ${sentences[(number + at) % 4]}`).join(
    '\n',
  );

const password = 'a drill is no accident';

async function bringIn(
  owner: Session,
  address: string,
  projectId: string,
  number: number,
): Promise<DrillPerson> {
  const name = `Analyst ${number}`;
  const email = `analyst-${number}@example.org`;
  const { token } = await owner.call<{ token: string }>(
    'POST',
    `/api/v1/projects/${projectId}/invitations`,
    { role: 'analyst' },
  );
  const accepted = await fetch(`${address}/api/v1/invitations/${token}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name, email, password }),
  });
  if (!accepted.ok) throw new Error(`${name} was not let in: ${await accepted.text()}`);
  const { userId } = (await accepted.json()) as { userId: string };
  const { cookie } = await signIn(address, { email, password });
  return { userId, name, cookie };
}

/** Creates the project over the API, before anything is broken. */
export async function createDrillProject(address: string, count: number): Promise<DrillProject> {
  const owner = await signIn(address);
  const { id: projectId } = await owner.call<{ id: string }>('POST', '/api/v1/projects', {
    name: 'Drill',
    blind: 'open',
  });
  const path = `/api/v1/projects/${projectId}`;
  const {
    version,
    publishedAt: _,
    publishedBy: __,
    ...content
  } = await owner.call<CodebookVersionView>('GET', `${path}/codebooks/1`);
  const articles: DrillArticle[] = [];
  for (let number = 0; number < 4; number++) {
    const text = textOf(number);
    const body = { title: `Article ${number}`, text, cleanup: 'none', language: 'en' };
    articles.push({ view: await owner.call('POST', `${path}/articles`, body), text });
  }
  const people: DrillPerson[] = [];
  for (let number = 1; number <= count; number++)
    people.push(await bringIn(owner, address, projectId, number));
  return { projectId, codebook: { version, content }, articles, people };
}
