/** Units of size and weight. */
export const UNITS =
  'sq square sqft sf sqm ft feet foot yd yds yard yards cubic cu inch inches in cm mm meter meters metre metres kilometers mile miles km acre acres hectare hectares lf linear lin lb lbs psi gallon gallons gal quart quarts cup cups bag bags pallet pallets ton tons tonnes oz ounces gauge degrees degree watt watts volt volts amp amps lumens kelvin gsm mph ' +
  'pie pies pulgada pulgadas metro metros cuadrado cuadrados yarda yardas centimetros milimetros libras galones sacos acres ' +
  'pied pieds pouce pouces metres mètres carrés fuß fuss zoll meter quadratmeter quadratfuß piede piedi pollici metri quadrati pé pés polegadas voet duim vierkante stóp stopy stopa cali metrów metry kwadratowych ' +
  'фут фута футов футы дюйм дюйма дюймов метр метра метров квадратных кв м фути футів дюймів метрів قدم أقدام متر أمتار بوصة مربع قدما फ़ुट फुट फीट इंच मीटर वर्ग रגל רגל רגלי מטר מטרים אינץ foot talampakan metro pulgada mét vuông';
/** Units that are also money or a multiple. */
export const AMBIGUOUS_UNITS = 'm in pound pounds mil k c g';
export const GLUED_UNITS = [
  '平方英尺',
  '英尺',
  '英寸',
  '米',
  '平方米',
  '厘米',
  '码',
  'フィート',
  'インチ',
  'メートル',
  '平方フィート',
  '피트',
  '인치',
  '제곱피트',
  '미터',
  '평',
  'cm',
];
export const GLUED_TIME = [
  '天',
  '日',
  '周',
  '週',
  '星期',
  '个月',
  '年',
  '月',
  '小时',
  '分钟',
  '点',
  '點',
  '時',
  '时',
  '日間',
  '週間',
  'ヶ月',
  'か月',
  '時間',
  '分',
  '일',
  '주',
  '개월',
  '년',
  '월',
  '시간',
  '시',
  '분',
  '号',
];
/** Counters of scripts without spaces. */
export const GLUED_COUNT = [
  '个',
  '個',
  '种',
  '位',
  '扇',
  '块砖',
  '次',
  '步',
  'つ',
  '個',
  '種類',
  '本',
  '枚',
  '人',
  '回',
  '개',
  '명',
  '가지',
  '번',
  '인',
];

export const TIME_UNITS =
  'day days week weeks month months year years yr yrs hour hours hr hrs minute minutes min mins second seconds business working workday workdays weekend weekends decade decades night nights evening morning mornings nails ' +
  'dia dias día días semana semanas mes meses año años ano anos hora horas minuto minutos habiles hábiles laborables ' +
  'jour jours semaine semaines mois ans heure heures minutes tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden minuten werktage giorno giorni settimana settimane mese mesi anno anni ora ore minuti mês dias dag dagen week weken maand maanden jaar uur dni dzień tydzień tygodnie tygodni miesiąc miesiące miesięcy rok lata lat godzin godziny ' +
  'день дня дней неделя недели недель месяц месяца месяцев год года лет час часа часов минут минуты дні днів тижні тижнів місяці місяців рік роки років годин години хвилин ' +
  'يوم أيام أسبوع أسابيع شهر أشهر شهور سنة سنوات ساعة ساعات دقيقة دقائق दिन दिनों हफ़्ते हफ्ते हफ्तों महीने महीना साल घंटे घंटा मिनट ngày tuần tháng năm giờ phút araw linggo buwan taon oras minuto יום ימים שבוע שבועות חודש חודשים שנה שנים שעה שעות דקות gün hafta dagar veckor';

/** What is counted. */
export const THINGS =
  'customers clients homeowners homes houses people persons guests families jobs projects reviews stars patios driveways decks fences pavers bricks posts panels gates options choices steps questions details things items lines lists quotes ways kinds types colors colours styles patterns heights services sizes sides trees shrubs plants beds pieces photos pictures layers coats crew crews workers trucks rooms chairs seats rails boards pickets zones corners parts numbers towns cities counties visits calls times tips ideas reasons factors words digits sentences designs samples story stories car cars video resolution camera tv gigs visitors residents ' +
  'opciones preguntas cosas puertas postes paneles adoquines casas clientes proyectos personas pasos lados fotos medidas tamaños tipos colores servicios numeros números ' +
  'options questions choses portes marches Fragen Optionen Tore Türen Schritte domande cose opzioni portas perguntas coisas opções vragen opties dingen poorten pytania rzeczy bramki калитки калиток ворот вопроса вопросов варианта шага хвіртки питання أسئلة خيارات أبواب सवाल विकल्प गेट câu cổng lựa שאלות אפשרויות שערים tanong pinto';

export const STREETS =
  'ave avenue st street blvd boulevard rd road dr drive ln lane way ct court pl place county hwy highway trail terrace circle parkway pkwy calle avenida';
export const NUMBERED =
  'quote quotes order number no nr num step option phase part chapter item page room suite unit apt lot zip code model license licence permit reference ref account invoice ticket case section figure table rule grade class level route highway interstate version cotización cotizacion licencia número numero paso opción opcion fase devis étape schritt angebot nummer etapa licença licenza смете шаг вариант pro no° n° n tip question day week category type zone';
