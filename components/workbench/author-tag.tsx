import classes from './author-tag.module.css';

/** The letters that stand for a reading's author; whoever shows them says the name beside them or nearby. */
export function AuthorTag({ tag }: { tag: string }) {
  return (
    <span aria-hidden className={classes.tag}>
      {tag}
    </span>
  );
}
