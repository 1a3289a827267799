import { ApiProblem } from '@/components/ui/api';

/** The text of a draft as it is on disk, or the upload that it was made from, to the character. */
export async function readDraftText(draftId: string, of: 'draft' | 'upload'): Promise<string> {
  const response = await fetch(`/api/v1/drafts/${draftId}/text?of=${of}`).catch(() => null);
  if (response?.ok) return response.text();
  throw new ApiProblem(
    response?.status ?? 0,
    'The text could not be read',
    'Nothing was changed. Check the connection, then try again.',
  );
}
