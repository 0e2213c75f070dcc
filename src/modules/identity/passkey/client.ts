// Asks the device for a passkey and posts its answer with the form; nothing else runs on this page.
const form = document.querySelector<HTMLFormElement>('form[data-passkey]');
const field = form?.querySelector<HTMLInputElement>('input[name=credential]');

async function ask(options: string, making: boolean): Promise<string> {
  const given = JSON.parse(options);
  const credential = making
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(given) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(given) });
  return credential instanceof PublicKeyCredential ? JSON.stringify(credential.toJSON()) : '';
}

if (form && field)
  ask(form.dataset.passkey ?? '', form.dataset.making === 'yes')
    .catch(() => '')
    .then((answer) => {
      field.value = answer;
      form.submit();
    });
