import type { VersionPiece } from './version-pieces';
import classes from './passage-text.module.css';

/** A passage as one reading has it: what is marked stands out from what is left; dots where the text goes on before or after. */
export function PassageText({
  pieces,
  goesBefore = false,
  goesAfter = false,
}: {
  pieces: readonly VersionPiece[];
  goesBefore?: boolean;
  goesAfter?: boolean;
}) {
  return (
    <p className={classes.passage}>
      {goesBefore && <span className={classes.omitted}>… </span>}
      {pieces.map(({ isMarked, text }, at) =>
        isMarked ? (
          <mark key={at}>{text}</mark>
        ) : (
          <span key={at} className={classes.omitted}>
            {text}
          </span>
        ),
      )}
      {goesAfter && <span className={classes.omitted}> …</span>}
    </p>
  );
}
