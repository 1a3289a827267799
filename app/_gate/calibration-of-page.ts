import { notFound } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { calibrationQuery } from '@/lib/calibration/calibration-result';
import { readCalibrationResult } from '@/lib/calibration/read-calibration-result';
import { Refusal } from '@/lib/refusal';
import { orNotFound } from './project-of-page';
import { pageViewer } from './viewer';

const address = z.object({ articleId: z.uuid() });

const resultOf = cache(async (articleId: string, user?: string, attempt?: number) => {
  const viewer = await pageViewer(`/articles/${articleId}/calibration`);
  const result = await readCalibrationResult(viewer, articleId, { user, attempt }).catch(
    (thrown: unknown) => {
      // Whose result is not for this reader has no page for them.
      if (thrown instanceof Refusal && thrown.reason === 'forbidden') notFound();
      return orNotFound(thrown);
    },
  );
  return { viewer, result };
});

/** Whose attempts at which article the page's address asks for, and who asks; read once a request. */
export async function calibrationAt(
  params: Promise<unknown>,
  searchParams: Promise<Record<string, string | string[] | undefined>>,
) {
  const asked = address.safeParse(await params);
  const query = calibrationQuery.safeParse(await searchParams);
  if (!asked.success || !query.success) notFound();
  return resultOf(asked.data.articleId, query.data.user, query.data.attempt);
}
