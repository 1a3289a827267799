import type { StandPiece } from './stand-pieces';
import classes from './passage-words.module.css';

/** A passage as one reading has it: what is marked stands out from what is left; dots where the text goes on before or after. */
export function PassageWords({
  pieces,
  goesBefore = false,
  goesAfter = false,
}: {
  pieces: readonly StandPiece[];
  goesBefore?: boolean;
  goesAfter?: boolean;
}) {
  return (
    <p className={classes.words}>
      {goesBefore && <span className={classes.left}>… </span>}
      {pieces.map(({ isMarked, words }, at) =>
        isMarked ? (
          <mark key={at}>{words}</mark>
        ) : (
          <span key={at} className={classes.left}>
            {words}
          </span>
        ),
      )}
      {goesAfter && <span className={classes.left}> …</span>}
    </p>
  );
}
