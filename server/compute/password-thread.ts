import { isGuessableHere } from '@/lib/access/check-password';

/** The program of the thread that checks whether a password is easy to guess. */
export default isGuessableHere;
