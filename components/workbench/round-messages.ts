import { counted } from '@/components/ui/format-text';

/** The address of a project’s rounds, or of one of them. */
export const roundAddress = (projectId: string, number?: number): string =>
  `/projects/${projectId}/rounds${number === undefined ? '' : `/${number}`}`;

/** A number of submissions and of articles as text. */
export function formatLayerCount(layers: number, articles: number): string {
  return `${counted(layers, 'submission')} of ${counted(articles, 'article')}`;
}

/** What closing a round does to reopened submissions, as a sentence. */
export function closingMessage(reopened: number): string {
  if (reopened === 0) return 'No submission is reopened, so closing changes none of them.';
  const [are, it] = reopened === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${counted(reopened, 'submission')} ${are} reopened: closing submits ${it} again with the current annotations.`;
}
