import { v7 } from 'uuid';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';
import { someArticle } from '@/bench/annotate/some-article';

/**
 * The number of an article’s layers, the number of annotations in each, and whether they are
 * submitted.
 */
export type LayersSize = {
  layers: number;
  words: number;
  spans: number;
  submitted: boolean;
};

const maxBatch = 1_000;

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

/** A variation of the common annotations: a seventh have another label, a fifth another end. */
function varied(annotations: ReturnType<typeof someArticle>['annotations'], annotator: number) {
  return annotations.map(({ label, segments }, at) => {
    const [{ start, end } = { start: 0, end: 1 }] = segments;
    const isShorter = (at * annotator) % 5 === 1 && end - start > 8;
    return {
      id: v7(),
      label: (at + annotator) % 7 === 0 ? 'direct_quote' : label,
      segments: [{ start, end: isShorter ? end - 4 : end }],
      offsetUnit: 'utf-16',
    };
  });
}

/** Creates an article with similar layers by several analysts; returns its id and text. */
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
  for (let annotator = 0; annotator < size.layers; annotator++) {
    const session = await analyst(address, owner, project.id, `Analyst ${annotator + 1}`);
    const mine = `/api/v1/articles/${article.id}/layers/mine`;
    const layer = await session.call<{ id: string }>('PUT', mine);
    const put = varied(annotations, annotator);
    for (let from = 0; from < put.length; from += maxBatch)
      await session.call('POST', `/api/v1/layers/${layer.id}/annotations:batch`, {
        put: put.slice(from, from + maxBatch),
        delete: [],
      });
    if (size.submitted)
      await session.call('PATCH', `/api/v1/layers/${layer.id}`, { state: 'submitted' });
  }
  return { articleId: article.id, text };
}
