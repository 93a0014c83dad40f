import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { startChat } from './testing/chat.ts';
import { FACTS_ES } from './testing/demo-facts.ts';

describe('the language of a message', () => {
  it.each([
    'hola',
    'necesito un patio de 20 por 25 pies',
    '¿cuánto cuesta?',
    'cuanto cuesta una cerca',
    'muchas gracias',
    'me llamo Rosa Díaz',
    'está muy caro',
    'quiero hablar con una persona',
    'buenas tardes',
    'en español por favor',
    'do you speak spanish? español?',
  ])('Spanish: %s', (text) => {
    expect(languageOf(text)).toBe('es');
  });

  it.each([
    'i need a fence',
    'english please',
    'how much is that',
    'what are your hours?',
    'ok thanks, and the fence?',
  ])('English: %s', (text) => {
    expect(languageOf(text)).toBe('en');
  });

  it.each([
    '20x25',
    'patio',
    'ok',
    'Rosa Díaz 916-555-0134',
    'si',
    '',
    'Maria',
    'no',
    'mulch 100',
    'patio in Los Angeles',
    'El Dorado Hills',
    'ok gracias',
  ])('neither: %j', (text) => {
    expect(languageOf(text)).toBeNull();
  });
});

describe('a visitor who writes Spanish on an English site', () => {
  it('is answered in Spanish, and asked in it', async () => {
    const chat = startChat();
    expect(await chat.say('hola')).toMatch(/^Hola, soy el asistente guiado/);
    expect(await chat.say('necesito una cerca')).toMatch(/¿Qué quiere hacer|¿Cuánto mide de largo/);
    expect(await chat.say('fence')).toBe(
      '¿Cuánto mide de largo? (wood fence) Por ejemplo 100 pies.',
    );
    expect(await chat.say('100')).toMatch(/100 pies de largo.*\$3,650\.00.*¿A nombre de quién/s);
    expect(await chat.say('es muy caro')).toMatch(/^Los precios salen de la lista/);
    expect(await chat.say('Rosa Díaz 916-555-0134')).toMatch(/^Gracias, Rosa\./);
    expect(await chat.say('actually, how much is the fence at 120 ft')).toMatch(/^Updated\. Wood/);
  });

  it('is understood when they are upset', async () => {
    const chat = startChat();
    expect(await chat.say('esto es una porquería')).toMatch(
      /^Lo siento mucho.*¿Quiere que le ayude/s,
    );
  });
});

it('answers English on a Spanish site', async () => {
  const chat = startChat(FACTS_ES);
  expect(await chat.say('hi, i need a patio')).toMatch(
    /^About how big is it\? \(patio de adoquines\)/,
  );
});
