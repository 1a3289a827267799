import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { whoseQuery } from '@/lib/adjudication/changes/changes-view';
import { computeChanges } from '@/lib/adjudication/compute-adjudication';
import { Refusal } from '@/lib/refusal';
import { orTooMuch } from './too-much';
import { pageViewer } from './viewer';

const address = z.object({ articleId: z.uuid() });

const changesOf = cache(async (articleId: string, user?: string) => {
  const viewer = await pageViewer(`/articles/${articleId}/changes`);
  const result = await computeChanges(viewer, articleId, { user }).catch((thrown: unknown) => {
    // Whose work is not for this reader has no page for them.
    if (thrown instanceof Refusal && thrown.reason === 'forbidden') notFound();
    return orTooMuch(thrown);
  });
  return 'tooMuch' in result ? result : { viewer, result };
});

/** What became of whose reading of which article the page's address asks for, and who asks; or why it cannot be computed now. Read once a request. */
export async function changesAt(
  params: Promise<unknown>,
  searchParams: Promise<Record<string, string | string[] | undefined>>,
) {
  const asked = address.safeParse(await params);
  const query = whoseQuery.safeParse(await searchParams);
  if (!asked.success || !query.success) notFound();
  return changesOf(asked.data.articleId, query.data.user);
}
