import type { ApiProblem } from './api';

/** A problem as a page tells it: a title and the sentences under it. */
export type ProblemMessage = { title: string; lines: string[] };

const nothingChanged = 'Nothing was changed, and what you entered is still here.';

/**
 * The words for a problem. Where single fields do not hold, each is told by its own message, with
 * its path only where that lies deep; everything else is told as the server tells it.
 */
export function problemMessage({
  status,
  title,
  detail,
  errors,
}: Pick<ApiProblem, 'status' | 'title' | 'detail' | 'errors'>): ProblemMessage {
  if (status !== 422 || errors.length === 0)
    return {
      title,
      lines: [
        detail,
        ...errors.map(({ message }) => message).filter((message) => !detail.includes(message)),
      ],
    };
  const lines = errors.map(({ path, message }) =>
    path.includes('.') ? `${path}: ${message}` : message,
  );
  return {
    title: errors.length === 1 ? 'One thing does not hold' : 'Some things do not hold',
    lines: lines.some((line) => line.includes('Nothing was')) ? lines : [...lines, nothingChanged],
  };
}
