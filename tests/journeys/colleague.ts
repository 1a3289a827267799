import type { Role } from '@/lib/access/permission';
import { v7 } from 'uuid';
import type { AnnotationContent } from '@/lib/annotation/annotation';
import type { Session } from '@/tests/harness/session';
import { signIn } from '@/tests/harness/session';

/** What somebody marks: a label, the words of each segment, and attributes where they give any. */
export type WrittenAnnotation = [
  label: string,
  words: string | readonly string[],
  attributes?: AnnotationContent['attributes'],
];

/** Invites somebody of this name, and signs them in. */
export async function joinAs(
  address: string,
  owner: Session,
  projectId: string,
  name: string,
  role: Role,
): Promise<Session> {
  const [email, password] = [`${v7()}@example.org`, 'correct horse battery'];
  const invitations = `/api/v1/projects/${projectId}/invitations`;
  const { token } = await owner.call<{ token: string }>('POST', invitations, { role });
  const sent = await fetch(`${address}/api/v1/invitations/${token}/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name, email, password }),
  });
  if (!sent.ok) throw new Error(`The invitation was answered ${sent.status}.`);
  return signIn(address, { email, password });
}

/** Reads an article as they do; positions in code points, as scripts count. Answers the layer and the annotations’ ids. */
export async function readAs(
  session: Session,
  articleId: string,
  text: string,
  annotations: readonly WrittenAnnotation[],
): Promise<{ layerId: string; ids: string[] }> {
  const place = (words: string) => {
    const start = Array.from(text.slice(0, text.indexOf(words))).length;
    return { start, end: start + [...words].length };
  };
  const layer = await session.call<{ id: string }>(
    'PUT',
    `/api/v1/articles/${articleId}/layers/mine`,
  );
  const put = annotations.map(([label, words, attributes = {}]) => ({
    id: v7(),
    label,
    segments: [words].flat().map(place),
    attributes,
  }));
  await session.call('POST', `/api/v1/layers/${layer.id}/annotations:batch`, { put, delete: [] });
  return { layerId: layer.id, ids: put.map(({ id }) => id) };
}
