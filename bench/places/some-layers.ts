import { v7 } from 'uuid';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { someArticle } from '@/bench/annotate/some-article';

/** How many readings an article has, of how many marks, and whether they are submitted. */
export type LayersSize = {
  layers: number;
  words: number;
  spans: number;
  submitted: boolean;
};

const mostInBatch = 1_000;

const password = 'correct horse battery';

async function analyst(address: string, owner: Session, projectId: string, name: string) {
  const email = `${v7()}@example.org`;
  const invitations = `/api/v1/projects/${projectId}/invitations`;
  const { token } = await owner.call<{ token: string }>('POST', invitations, { role: 'analyst' });
  await fetch(`${address}/api/v1/invitations/${token}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name, email, password }),
  });
  return signIn(address, { email, password });
}

/** How a reading differs from the common one: a seventh is called otherwise, a fifth ends elsewhere. */
function reread(annotations: ReturnType<typeof someArticle>['annotations'], reader: number) {
  return annotations.map(({ label, segments }, at) => {
    const [{ start, end } = { start: 0, end: 1 }] = segments;
    const isShorter = (at * reader) % 5 === 1 && end - start > 8;
    return {
      id: v7(),
      label: (at + reader) % 7 === 0 ? 'direct_quote' : label,
      segments: [{ start, end: isShorter ? end - 4 : end }],
      offsetUnit: 'utf-16',
    };
  });
}

/** Has so many analysts mark one article alike and yet not; answers its id and text. */
export async function addLayers(
  address: string,
  owner: Session,
  size: LayersSize,
): Promise<{ articleId: string; text: string }> {
  const { text, annotations } = someArticle(size.words, size.spans);
  const project = await owner.call<{ id: string }>('POST', '/api/v1/projects', { name: 'Bench' });
  const article = await owner.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${project.id}/articles`,
    { title: `${size.words} words`, text, cleanup: 'none', language: 'en' },
  );
  for (let reader = 0; reader < size.layers; reader++) {
    const session = await analyst(address, owner, project.id, `Analyst ${reader + 1}`);
    const mine = `/api/v1/articles/${article.id}/layers/mine`;
    const layer = await session.call<{ id: string }>('PUT', mine);
    const put = reread(annotations, reader);
    for (let from = 0; from < put.length; from += mostInBatch)
      await session.call('POST', `/api/v1/layers/${layer.id}/annotations:batch`, {
        put: put.slice(from, from + mostInBatch),
        delete: [],
      });
    if (size.submitted)
      await session.call('PATCH', `/api/v1/layers/${layer.id}`, { state: 'submitted' });
  }
  return { articleId: article.id, text };
}
