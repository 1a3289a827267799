import { answerSignIn } from '@/app/_gate/answer-sign-in';

export { answerSignIn as GET, answerSignIn as POST };
