import { createRef } from 'preact';
import type { App } from '../app.ts';
import type { DetailsForm } from '../store/store.ts';
import { View } from './view.ts';

/** Each with its kind for keyboard and browser; one that is no type of input is text. */
const FIELDS = [
  ['name', 'name'],
  ['email', 'email'],
  ['phone', 'tel'],
] as const;

interface DetailsCardProps {
  app: App;
  form: DetailsForm;
}

/** Asks for name and ways to be reached; errors stand beside their fields. */
export class DetailsCard extends View<DetailsCardProps> {
  private element = createRef<HTMLFormElement>();

  override componentDidMount() {
    if (this.props.form.wanted) this.focus('input');
  }

  /** The first field that has to be mended takes the focus. */
  override componentDidUpdate(before: DetailsCardProps) {
    const { form } = this.props;
    if (form !== before.form) this.focus(form.wanted ? 'input' : '[aria-invalid="true"]');
  }

  override componentWillUnmount() {
    super.componentWillUnmount();
    const form = this.element.current as HTMLFormElement;
    const root = form.getRootNode() as ShadowRoot;
    if (form.contains(root.activeElement)) root.querySelector('textarea')?.focus();
  }

  private focus(selector: string) {
    const form = this.element.current;
    form?.querySelector<HTMLElement>(selector)?.focus();
    form?.scrollIntoView({ block: 'nearest' });
  }

  draw({ app, form }: DetailsCardProps) {
    const words = app.words();
    const { errors } = form;
    const consent = app.store.config.value?.site.consent_text;
    const said = {
      missing: words.missing,
      email: words.badEmail,
      phone: words.badPhone,
      failed: words.formFailed,
    };
    const submit = (event: Event) => {
      event.preventDefault();
      const data = new FormData(event.currentTarget as HTMLFormElement);
      void app.chat.saveDetails(Object.fromEntries(data) as Record<string, string>);
    };
    return (
      <form class="card" ref={this.element} noValidate onSubmit={submit} aria-label={words.form}>
        <h3>{words.form}</h3>
        <p class="quiet">{words.either}</p>
        {FIELDS.map(([name, kind]) => (
          <label key={name}>
            <span>
              {words[name]}
              {name === 'name' && <small> ({words.optional})</small>}
            </span>
            <input
              name={name}
              type={kind as 'email'}
              autocomplete={kind}
              aria-invalid={Boolean(errors[name])}
              aria-describedby={errors[name] && `error-${name}`}
            />
            {errors[name] && (
              <span class="wrong" id={`error-${name}`}>
                {said[errors[name]]}
              </span>
            )}
          </label>
        ))}
        {errors.form && (
          <p class="wrong" role="alert">
            {said[errors.form]}
          </p>
        )}
        <button type="submit" class="primary" aria-disabled={form.state === 'saving'}>
          {words.save}
        </button>
        {consent && <p class="quiet">{consent}</p>}
      </form>
    );
  }
}
