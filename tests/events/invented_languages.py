"""Two invented events in each of several languages, three short texts on each: nothing of them is English."""

LANGUAGES: dict[str, dict[str, list[str]]] = {
    "German": {
        "Brand": [
            "Großbrand in der Zuckerfabrik von Altwerda\n\nIn der Zuckerfabrik von Altwerda ist in der Nacht zum "
            "Montag ein Feuer ausgebrochen. 120 Feuerwehrleute kämpften bis zum Morgen gegen die Flammen, sagte "
            "Einsatzleiter Jörn Pape. Zwei Arbeiter wurden verletzt. Die Ursache ist noch unklar.",
            "Nach dem Brand in Altwerda ruht die Zuckerfabrik\n\nDie Arbeit in der Zuckerfabrik von Altwerda steht "
            "still. Das Feuer hat zwei Silos zerstört, wie Einsatzleiter Jörn Pape mitteilte. Die beiden "
            "verletzten Arbeiter liegen im Krankenhaus. Der Schaden geht in die Millionen.",
            "Zuckerfabrik: Polizei prüft Brandstiftung\n\nWar es Brandstiftung? Die Polizei untersucht die Silos "
            "der abgebrannten Zuckerfabrik in Altwerda. 120 Feuerwehrleute waren im Einsatz. Jörn Pape sprach vom "
            "schwersten Feuer seit Jahren.",
        ],
        "Wahl": [
            "Knappe Mehrheit für Hedwig Sander\n\nDie Landrätin Hedwig Sander ist mit 50,8 Prozent der Stimmen "
            "wiedergewählt worden. Ihr Herausforderer Till Brüning erkannte das Ergebnis in der Nacht an. Die "
            "Wahlbeteiligung lag bei 61 Prozent.",
            "Brüning gratuliert der Wahlsiegerin\n\nTill Brüning hat die Stichwahl um das Landratsamt verloren. "
            "Hedwig Sander erhielt 50,8 Prozent der Stimmen. Nur 61 Prozent der Wahlberechtigten gingen zur "
            "Stichwahl.",
            "Landrätin Sander will mit Brüning reden\n\nNach der knappen Stichwahl kündigte Hedwig Sander "
            "Gespräche mit dem unterlegenen Till Brüning an. Die Landrätin sagte, die Hälfte der Wähler habe "
            "Brüning gewollt.",
        ],
    },
    "Russian": {
        "мост": [
            "В Залесске обрушился мост через реку Тверду\n\nВ среду в Залесске обрушился мост через Тверду. "
            "Пострадали семь человек, сообщил глава района Игорь Лапшин. Мост построили в 1961 году. Движение "
            "грузовиков было запрещено.",
            "Семь пострадавших при обрушении моста\n\nЧисло пострадавших при обрушении моста в Залесске достигло "
            "семи. Водолазы осмотрели дно Тверды. Игорь Лапшин пообещал построить новый мост за два года.",
            "Почему рухнул мост в Залесске\n\nИнженеры предупреждали о трещинах в опорах моста через Тверду ещё "
            "весной. Лапшин говорит, что у района не было денег. Прокуратура Залесска начала проверку.",
        ],
        "матч": [
            "«Сокол» выиграл кубок\n\nКоманда «Сокол» победила «Маяк» со счётом 3:1 и выиграла кубок. Два гола "
            "забил Артём Гущин. На стадионе было 18 тысяч зрителей. Тренер Павел Ремизов посвятил победу "
            "болельщикам.",
            "Гущин принёс «Соколу» кубок\n\nАртём Гущин забил дважды в финале с «Маяком». «Сокол» победил 3:1. "
            "Тренер Ремизов назвал финал лучшим матчем сезона.",
            "«Маяк» остался без кубка\n\nФинал кубка «Маяк» проиграл «Соколу». Вратарь ошибся дважды, и Гущин этим "
            "воспользовался. Павел Ремизов похвалил соперника.",
        ],
    },
    "Chinese": {
        "地震": [
            "青石县发生五点六级地震\n\n"
            "周一凌晨青石县发生五点六级地震，造成三人受伤。县长林国栋说，有两百间房屋倒塌。救援队已经到达柳溪镇。",
            "柳溪镇两百间房屋在地震中倒塌\n\n青石县地震后，柳溪镇的居民在学校过夜。林国栋表示，三名伤者已送往医院。",
            "青石县地震救援继续\n\n救援队在柳溪镇搜寻被困居民。县长林国栋说，地震造成的损失仍在统计。",
        ],
        "手机": [
            "华星公司召回新款手机\n\n"
            "华星公司宣布召回七万部新款手机，因为电池可能过热。发言人周敏说，公司将免费更换电池。",
            "电池过热，华星手机被召回\n\n监管部门要求华星公司召回有问题的手机。周敏表示，七万名用户可以免费更换电池。",
            "华星股价因召回下跌\n\n召回手机的消息公布后，华星公司股价下跌百分之六。发言人周敏说电池供应商已经更换。",
        ],
    },
    "Arabic": {
        "حريق": [
            "حريق كبير في سوق الزيتونة\n\nاندلع حريق كبير في سوق الزيتونة بمدينة مرجان فجر الثلاثاء وأصيب أربعة "
            "أشخاص. وقال قائد الإطفاء سامي الحداد إن ثلاثين متجرا احترقت.",
            "ثلاثون متجرا تحترق في مرجان\n\nقال سامي الحداد إن الحريق في سوق الزيتونة بدأ في متجر للعطور. وخرج "
            "أربعة أشخاص مصابين من السوق في مدينة مرجان.",
            "تجار سوق الزيتونة يطالبون بتعويض\n\nبعد الحريق الذي دمر ثلاثين متجرا في سوق الزيتونة طالب التجار في "
            "مرجان بتعويض. وأكد سامي الحداد أن السبب كهربائي.",
        ],
        "ميناء": [
            "افتتاح ميناء الصفاء الجديد\n\nافتتحت الوزيرة ليلى القاسم ميناء الصفاء الجديد بعد ست سنوات من البناء. "
            "ويستقبل الميناء أربعين سفينة في الأسبوع.",
            "الوزيرة القاسم: ميناء الصفاء يغير الاقتصاد\n\nقالت ليلى القاسم إن ميناء الصفاء سيوفر ألفي وظيفة. "
            "وبلغت تكلفة البناء ثلاثة مليارات.",
            "أول سفينة تصل إلى ميناء الصفاء\n\nوصلت أول سفينة حاويات إلى ميناء الصفاء الجديد. وحضرت الوزيرة ليلى "
            "القاسم استقبال السفينة بعد افتتاح الميناء.",
        ],
    },
}
