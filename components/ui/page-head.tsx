import type { ReactNode } from 'react';
import Link from 'next/link';
import { ParallaxSign } from './parallax-sign';
import classes from './page-head.module.css';

/** The line above every page: the way home, and what belongs to who is signed in. */
export function PageHead({ children }: { children: ReactNode }) {
  return (
    <header className={classes.head}>
      <a className={classes.skip} href="#content">
        To the content
      </a>
      <Link className={classes.name} href="/">
        <ParallaxSign size={24} />
        Parallax
      </Link>
      <div className={classes.person}>{children}</div>
    </header>
  );
}
