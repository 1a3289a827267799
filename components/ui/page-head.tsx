import Link from 'next/link';
import { MentionsButton } from '@/components/discussion/mentions-button';
import { ParallaxSign } from './parallax-sign';
import classes from './page-head.module.css';
import { PersonMenu } from '@/components/access/person-menu';

/** The line above every page: the way home, and who is signed in. */
export function PageHead({ person }: { person: { name: string; email: string } | null }) {
  return (
    <header className={classes.head}>
      <a className={classes.skip} href="#content">
        To the content
      </a>
      <Link className={classes.name} href="/">
        <ParallaxSign size={24} />
        Parallax
      </Link>
      <div className={classes.person}>
        {person !== null && <MentionsButton />}
        <PersonMenu person={person} />
      </div>
    </header>
  );
}
