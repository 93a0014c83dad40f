import { usePageTitle } from '../../ui/page-head.tsx';
import { AuthCard } from './auth-card.tsx';
import { LogInForm } from './log-in-form.tsx';

/** Log in, and go where one wanted to go. */
export function LogInPage() {
  usePageTitle('Log in');
  return (
    <AuthCard title="Log in" foot={<a href="/signup">Create a company</a>} ask="New here?">
      <LogInForm />
    </AuthCard>
  );
}
