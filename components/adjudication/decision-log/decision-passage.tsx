import type { ReactNode } from 'react';
import type { DecisionView } from '@/lib/adjudication/decision/decision-view';
import classes from './decision-log.module.css';

/** The words that were decided on, among those around them; under a link where one is given. */
export function DecisionPassage({
  decision: { prefix, quote, suffix },
  linked = (content) => content,
}: {
  decision: Pick<DecisionView, 'prefix' | 'quote' | 'suffix'>;
  linked?: (content: ReactNode) => ReactNode;
}) {
  return (
    <>
      <span className={classes.context}>{prefix}</span>
      {linked(<mark className={classes.highlight}>{quote || 'A passage'}</mark>)}
      <span className={classes.context}>{suffix}</span>
    </>
  );
}
