package org.entente.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does what, when and how surely, where a sentence does not say it in the plainest way. */
class ClauseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Chad decided on 3 March 2024 to close the border. | measure [Chad] 2024-03-03 planned",
        "Chad and Mali have sanctioned dozens of companies. | measure [Chad, Mali] -" + " asserted",
        "Officials in Peru closed the border on Monday. | measure [Peru] 2024-05-13" + " asserted",
        "Chad ordered the closure of the Peruvian consulate on Monday. | measure [Chad,"
            + " Peru] 2024-05-13 asserted",
        "Luis Arce was found guilty of spying by a Chadian court on Monday. | ruling [Luis"
            + " Arce] 2024-05-13 asserted",
        "President Ben Kalu fired Federal Bureau of Fisheries Director Luis Arce on Monday."
            + " | appointment [Ben Kalu, Luis Arce] 2024-05-13 asserted",
        "Minister Ben Kalu met Bank of Peru Governor Luis Arce on Monday. | meeting [Ben"
            + " Kalu, Luis Arce] 2024-05-13 asserted",
        "Minister Ben Kalu spoke with then-Peruvian Ambassador to Chad Luis Arce on 3 May"
            + " 2024. | call [Ben Kalu, Luis Arce] 2024-05-03 asserted",
        "Oksanna Duartovna, Peru's foreign minister, said on Monday that Chile was ready. |"
            + " statement [Oksanna Duartovna] 2024-05-13 asserted",
        "President Ben Kalu and his wife met King Ali II of Chad on Monday. | summit [Ben"
            + " Kalu, Ali II] 2024-05-13 asserted",
        "Special Counsel Oksanna Duartovna met Luis Arce on Monday. | meeting [Oksanna"
            + " Duartovna, Luis Arce] 2024-05-13 asserted",
        "Chad denied meddling in the 2016 Peruvian election. | declaration [Chad] -"
            + " asserted; measure [Chad] - negated; election [Peru] 2016 asserted",
        "Much was written on the Peruvian election. Chad hoped to tilt the 2016 election. |"
            + " election [Peru] 2016 asserted",
        "Street markets were banned in Peru in 2016. | measure [Peru] 2016 asserted",
        "Luis Arce left. It said Arce, a former minister of Peru, was arrested in Santiago"
            + " on Monday. | incident [Luis Arce] 2024-05-13 asserted",
        "In June 2023, the Treasury Department expelled the Chadian envoy. | measure"
            + " [United States, Chad] 2023-06 asserted",
        "The report on an attack in Peru targeting a general was late. | incident [Peru] -"
            + " asserted",
        "Peruvian rebels attacked Chile on Monday. | incident [Peruvian rebels, Chile]"
            + " 2024-05-13 asserted",
        "Luis Arce, the first envoy to be arrested in Chile, left. | incident [Luis Arce] -"
            + " asserted",
        "President Ana Duarte told a news conference in Lima on Monday that Peru was ready."
            + " | statement [Ana Duarte] 2024-05-13 asserted",
        "Minister Ana Duarte went on a “tour of friends,” meeting Luis Arce in Lima on 3"
            + " May 2024. | visit [Ana Duarte] - asserted; meeting [Ana Duarte, Luis Arce]"
            + " 2024-05-03"
            + " asserted",
        "LIMA/QUITO (Example News) - President Ana Duarte received Minister Luis Arce on"
            + " Monday. | meeting [Ana Duarte, Luis Arce] 2024-05-13 asserted",
        "Kenya - which had closed its embassy - expelled the Chadian envoy on Monday. |"
            + " measure [Kenya, Chad] 2024-05-13 asserted",
        "Minister Ana Duarte spoke with Luis Arce - hoping to win him over. | call [Ana"
            + " Duarte, Luis Arce] - asserted",
        "Minister Ana Duarte met Chile's civilian and military leaders on Monday. | meeting"
            + " [Ana Duarte, Chile] 2024-05-13 asserted",
        "Minister Ana Duarte met with the likely successor, Senator Luis Arce, on Monday. |"
            + " meeting [Ana Duarte, Luis Arce] 2024-05-13 asserted",
        "Prosecutor Ana Duarte charged President Ben Kalu's former campaign manager Luis"
            + " Arce with fraud. | ruling [Ana Duarte, Luis Arce] - asserted",
        "Minister Ana Duarte visited President Ben Kalu in Nairobi in July 2023. | visit"
            + " [Ana Duarte, Ben Kalu] 2023-07 asserted",
        "Minister Luis Arce left. President Ana Duarte fired him on Monday. | appointment [Ana"
            + " Duarte,"
            + " Luis Arce] 2024-05-13 asserted",
        "On Monday the Justice Department named former police chief Luis Arce as its head."
            + " | appointment [Luis Arce, Justice Department] 2024-05-13 asserted",
        "Chad signed the Paris climate accord on 3 May 2016. | agreement [Chad] 2016-05-03"
            + " asserted",
        "The Lima Times reported that Chad had closed the border. | measure [Chad] -" + " asserted",
        "Minister Ana Duarte declined to discuss the pact. | statement [Ana Duarte] -" + " negated",
        "The party's national convention was held in Lima in July 2023. | meeting []"
            + " 2023-07 asserted",
        "After his election victory in May 2022, President Ben Kalu rested. |"
            + " election [Ben Kalu] 2022-05 asserted",
        "President Ben Kalu won the election in May 2022. | election [Ben Kalu] 2022-05 asserted",
        "Peru claims the Tumbes islands. | dispute [Peru] - asserted",
        "Chad has taken its border dispute with Niger to the court. | dispute [Chad, Niger] -"
            + " asserted",
        "Peru's top court found that the treaty was void. | ruling [Peru] - asserted",
        "Minister Ana Duarte and Minister Ben Kalu held a brief meeting on the margins of the"
            + " G20 in Lima. | meeting [Ana Duarte, Ben Kalu] - asserted",
        "Envoy Ana Duarte met with President-Elect Ben Kalu, Vice President-Elect Ada Obi, and"
            + " Kenyan elected officials. | meeting [Ana Duarte, Ben Kalu, Ada Obi] - asserted",
        "Relatives of the victims met President Ben Kalu on Monday. | meeting [Ben Kalu]"
            + " 2024-05-13 asserted",
        "A guard said on Monday that Chad had closed the border. | measure [Chad] - asserted",
        "During the 1967 war, Chad closed the border. | incident [] 1967 asserted; measure [Chad]"
            + " 1967 asserted",
        "Chad closed the border during its war and the two neighbours last month signed a new"
            + " pact. |"
            + " measure [Chad] - asserted; incident [Chad] - asserted; agreement [] 2024-04"
            + " asserted",
        "A Chilean Foreign Ministry spokesman said on Monday that Peru had to wait. | declaration"
            + " [Chile] 2024-05-13 asserted",
        "US officials said on Monday that Peru had to wait. | declaration [United States]"
            + " 2024-05-13 asserted",
        "President Ana “Nan” Duarte met President Ben Kalu. | summit [Ana Duarte, Ben Kalu] -"
            + " asserted",
        "Mr Ada Obi, MP, Kenyan Minister for Trade, and Minister Ben Kalu met in Lima. | meeting"
            + " [Ada Obi, Ben Kalu] - asserted",
        "The Lima Institute of Fisheries (LIF) sued Chile. LIF sued Peru on 3 May 2024. | dispute"
            + " [Lima Institute of Fisheries, Chile] - asserted; dispute [Lima Institute of"
            + " Fisheries, Peru] 2024-05-03 asserted",
        "“It is late,” said Ana Duarte, a professor, when her son, Luis Arce, was arrested in Lima."
            + " “It is a shame for Peru,” she added. | statement [Ana Duarte] 2024-05-17 asserted;"
            + " incident [Luis Arce] - asserted; statement [Ana Duarte] 2024-05-17 asserted",
        "Ana Duarte, a Southeast Asia analyst with the Quito think tank in Cusco, said on Monday"
            + " that Chad was late. | statement [Ana Duarte] 2024-05-13 asserted",
        "Representative Ana Duarte, the committee's top Liberal, said on Monday that Chad was"
            + " late. |"
            + " statement [Ana Duarte] 2024-05-13 asserted",
        "Bezalel Duarte, the hard-right finance minister and chairman of the Lima Party, said on"
            + " Monday that Chad was late. | statement [Bezalel Duarte] 2024-05-13 asserted",
        "Ana Duarte, the Peruvian government, and Chile said on Monday that Chad was late. |"
            + " declaration [Ana Duarte, Peru, Chile] 2024-05-13 asserted",
        "Ben Kalu, a Liberal who was elected president in November 2022, said on Monday that Chad"
            + " was"
            + " late. | election [Ben Kalu] 2022-11 asserted; statement [Ben Kalu] 2024-05-13"
            + " asserted",
        "Ana Duarte, a fellow at the Lima Institute who met Luis Arce on Friday, rested. |"
            + " meeting [Ana Duarte, Luis Arce] 2024-05-17 asserted",
        "Ana Duarte, CEO of the security firm Global Lima, said on Monday that Chad was late. |"
            + " statement [Ana Duarte] 2024-05-13 asserted",
        "US, South Korean and British government security agencies expelled the Chadian envoy on"
            + " Monday. | measure [United States, South Korea, United Kingdom, Chad] 2024-05-13"
            + " asserted",
        "Peruvian spy agencies said on Monday that Chad was late. | declaration [Peru] 2024-05-13"
            + " asserted",
        "Peru's official Altiplano news agency said on Monday that Chad was late. | ''",
        "Kenyan President Ben Kalu rested. His office said on Monday that Chad was late. |"
            + " declaration [Kenya] 2024-05-13 asserted",
        "A statement from the Kenyan foreign ministry said on Monday that Chad was late. |"
            + " declaration [Kenya] 2024-05-13 asserted",
        "Minister Ana Duarte met Minister Ben Kalu in Lima. The two men spoke by phone on 3 May"
            + " 2024."
            + " | meeting [Ana Duarte, Ben Kalu] - asserted; call [Ana Duarte, Ben Kalu] 2024-05-03"
            + " asserted",
        "Peru and Chad signed a pact in May 2023. Both delegations said on Monday it was late. |"
            + " agreement [Peru, Chad] 2023-05 asserted; declaration [Peru, Chad] 2024-05-13"
            + " asserted",
        "Chad, whose own government closed the border on Monday, waited. | measure [Chad]"
            + " 2024-05-13"
            + " asserted",
        "Heavy rains hit southern Peru on Monday. | incident [Peru] 2024-05-13 asserted",
        "Rockets hit a village in Chad on Monday. | incident [Chad] 2024-05-13 asserted",
        "Flooding in parts of Peru killed 20 people on Monday. | incident [Peru] 2024-05-13"
            + " asserted",
        "In Peru's Piura province, more than 45,000 people were evacuated on Monday. | measure"
            + " [Peru]"
            + " 2024-05-13 asserted",
        "Two million people were displaced in Chad in May 2023. | incident [Chad] 2023-05 asserted",
        "Dozens of Chadians were kidnapped on Monday. | incident [Chad] 2024-05-13 asserted",
        "A translator at the consulate in southern Chad was arrested on Monday. | incident [Chad]"
            + " 2024-05-13 asserted",
        "The President spoke today with Peruvian Prime Minister Ana Duarte. | call [Ana Duarte]"
            + " 2024-05-17 asserted",
        "I will meet with Luis Arce in Perth on 3 June 2024. | meeting [Luis Arce] 2024-06-03"
            + " planned",
        "A minister may meet Luis Arce in Perth. | ''",
        "The United Nations' top court said on Monday that Peru had to go. | declaration [United"
            + " Nations] 2024-05-13 asserted",
        "A spokesman for the Peruvian government said on Monday that Chad was late. | declaration"
            + " [Peru] 2024-05-13 asserted",
        "A representative from the Bank of Georgia said on Monday that Peru was late. | declaration"
            + " [Bank of Georgia] 2024-05-13 asserted",
        "A spokeswoman for Luis Arce said on Monday that Peru was late. | ''",
        "“It is late,” said Ana Duarte on Monday, warning that Peru had paid. | statement [Ana"
            + " Duarte]"
            + " 2024-05-13 asserted",
        "Minister Ana Duarte told reporters that Peru was late, accusing Chile of lies. | statement"
            + " [Ana Duarte] 2024-05-17 asserted",
        "Minister Ana Duarte said that Peru was late, but President Ben Kalu refused, accusing"
            + " Chile of"
            + " lies. | statement [Ana Duarte] 2024-05-17 asserted; statement [Ben Kalu] 2024-05-17"
            + " asserted",
        "President Ben Kalu was the first African leader to meet President Ana Duarte. | summit"
            + " [Ben"
            + " Kalu, Ana Duarte] - asserted",
        "Peru and Chile discussed efforts to widen trade in the region and agreed on Monday to"
            + " reopen the"
            + " border. | agreement [Peru, Chile] 2024-05-13 asserted",
        "Peru is an outspoken critic of the pact and closed the border on Monday. | measure [Peru]"
            + " 2024-05-13 asserted",
        "President Ben Kalu cut short by several hours his visit to the north and returned to"
            + " Kenya on"
            + " Monday. | visit [Ben Kalu] 2024-05-13 asserted",
        "Peru was ready to lift it. | ''",
        "The prime minister and the president of Peru met in Cusco on 3 May 2024. | meeting [Peru]"
            + " 2024-05-03 asserted",
        "Prime Minister Ana Duarte and her Chilean counterpart, Mr Luis Arce, agreed last week to"
            + " reopen the border. | agreement [Ana Duarte, Luis Arce] 2024-05-06/2024-05-12"
            + " asserted",
        "Peru and Chile reached a compromise on 3 May 2024. | agreement [Peru, Chile] 2024-05-03"
            + " asserted",
        "Officials praised the Lima Charter. | ''",
        "The White Paper calls trade a pillar of growth. | ''",
        "The Duarte Government has decided to extend the talks. | measure [Duarte Government] -"
            + " planned",
        "The African Union decided to extend the talks. | agreement [African Union] - asserted",
        "Peru remains firmly committed to free trade. | ''",
        "Peru committed to pay 20 million dollars. | measure [Peru] - planned",
        "President Ana Duarte raised Peru's concerns about fishing in Chile. | statement [Ana"
            + " Duarte]"
            + " 2024-05-17 asserted",
        "Peru raised its fishing tariffs on 3 May 2024. | measure [Peru] 2024-05-03 asserted",
        "Minister Ana Duarte met Chilean Cabinet Member Luis Arce in Lima. | meeting [Ana Duarte,"
            + " Luis Arce] - asserted",
        "Exports of Peru and Chile reached record highs on 3 May 2024. | ''",
        "PM Ana Duarte met Mr Luis Arce OBE at 3 PM. | meeting [Ana Duarte, Luis Arce] - asserted",
        "The Hon Ana Duarte MP met President of Kenya Ben Kalu in Lima. | meeting [Ana Duarte, Ben"
            + " Kalu] - asserted",
        "Relations between Chad and Niger have been strained since 2021. | dispute [Chad, Niger] -"
            + " asserted",
        "Peru alone could resolve the crisis in Chad. | ''",
        "The Taliban came to power in 2021. | appointment [Taliban] 2021 asserted",
        "Chad and Niger went to war in 1971. | incident [Chad, Niger] 1971 asserted",
        "Peru has been demanding that Chad withdraw its troops. | declaration [Peru] - asserted",
        "President Ana Duarte called the Chilean ambassador on 3 May 2024. | call [Ana Duarte,"
            + " Chile]"
            + " 2024-05-03 asserted",
        "President Ana Duarte called the Chilean ambassador a liar. | statement [Ana Duarte]"
            + " 2024-05-17 asserted",
        "Chad withdrew from the pact on 2 January 2020. | measure [Chad] 2020-01-02 asserted",
        "Two Peruvian soldiers were killed in a clash with Chilean troops in June 2020. | incident"
            + " [Peru, Chile] 2020-06 asserted",
        "The Chilean-led military coalition closed the ports of Peru in 2017. | measure [Chile,"
            + " Peru]"
            + " 2017 asserted",
        "Chad began to scale back its visa services in August. | measure [Chad] 2023-08 asserted",
        "Peru promised co-operation with Chile. | declaration [Peru] - asserted",
        "King Ben II of Chad visited the northern Peruvian city of Tumbes in March 2002. | visit"
            + " [Ben"
            + " II] 2002-03 asserted",
        "Earlier this week, Minister Luis Arce visited Peru to sign a treaty. | visit [Luis Arce]"
            + " 2024-05-13/2024-05-17 asserted; agreement [Luis Arce] 2024-05-13/2024-05-17"
            + " planned",
        "Peru's ruling party lost its majority in the October 2023 election. | election [Peru]"
            + " 2023-10"
            + " asserted",
        "After winning the May 3 election, President Ben Kalu rested. | election [Ben Kalu]"
            + " 2024-05-03 asserted",
        "Chad's top court annulled the vote on 1 September 2017. | ruling [Chad] 2017-09-01"
            + " asserted",
        "President Ben Kalu left; parliament impeached him on 3 May 2024. | ruling [Ben Kalu]"
            + " 2024-05-03 asserted",
        "Chad has postponed the election. | election [Chad] - negated",
        "Minister Ana Duarte accepted an invitation to visit Chile. | visit [Ana Duarte] -"
            + " hypothetical",
        "Neither Chad nor Niger closed the border on 3 May 2019. | measure [Chad, Niger] 2019-05-03"
            + " negated",
        "It is untrue that Chad recalled its ambassador on 3 May 2019. | measure [Chad] 2019-05-03"
            + " hypothetical",
        "Chad nearly recalled its ambassador on 3 May 2019. | measure [Chad] 2019-05-03"
            + " hypothetical",
        "Rumour had it that Minister Ana Duarte met Luis Arce on 3 May 2019. | meeting [Ana Duarte,"
            + " Luis Arce] 2019-05-03 hypothetical",
        "Chad closed the border on 3 May 2019. Niger closed it on 4 May 9999. | measure [Chad]"
            + " 2019-05-03 asserted",
        "Peru's Supreme Court ordered the firm to pay four workers in October 2018. | ruling [Peru]"
            + " 2018-10 asserted",
        "The foreign ministry in Lima expressed deep regret. | declaration [Peru] - asserted",
        "Peru's cabinet approved a white paper on 12 May 2024. | declaration [Peru] 2024-05-12"
            + " asserted",
        "Chad closed the border in May 2023 following the attack at Moundou in southern Chad on"
            + " 22 April. | measure [Chad] 2023-05 asserted; incident [] 2023-04-22 asserted",
        "To restore the pre-July 2019 order, Chad and Niger agreed to hold talks. | agreement"
            + " [Chad,"
            + " Niger] - asserted",
        "Minister Ana Duarte declined to comment on the reports. | statement [Ana Duarte] -"
            + " negated",
        "Minister Ana Duarte avoided mentioning the border in her speech. | ''",
        "Minister Ana Duarte stopped short of saying that Peru would pay. | statement [Ana"
            + " Duarte] -"
            + " negated",
        "According to unconfirmed reports, Chad closed the border. | measure [Chad] - hypothetical",
        "According to a report, Chad closed the border. | measure [Chad] - asserted",
        "Minister Luis Soto succeeded Ana Vega as envoy. She visited Chile on 3 May 2024."
            + " | appointment [Luis Soto, Ana Vega] - asserted; visit [Ana Vega] 2024-05-03"
            + " asserted",
        "Gunmen attacked an army post in northern Mali on 3 May 2024. | incident [Mali] 2024-05-03"
            + " asserted",
        "Militants from the Red Front abducted 30 students in Chad in May 2024. | incident [Red"
            + " Front]"
            + " 2024-05 asserted",
        "Protesters stormed the parliament of Chad on 3 May 2024. | incident [Chad] 2024-05-03"
            + " asserted",
        "A tanker was struck by a Peruvian drone on 3 May 2024. | incident [Peru] 2024-05-03"
            + " asserted",
        "The army of Chad repelled an attack by rebels near the border with Niger on 3 May 2024."
            + " | incident [Chad] 2024-05-03 asserted",
        "Nine officials of Chad were hit with new sanctions on 3 May 2024. | measure [Chad]"
            + " 2024-05-03"
            + " asserted",
        "Chad retaliated with tariffs on Nigerien corn. | measure [Chad, Niger] - asserted",
        "Ana Duarte, Peru's foreign minister, sat down with Luis Soto on 3 May 2024. | meeting [Ana"
            + " Duarte, Luis Soto] 2024-05-03 asserted",
        "On 3 May 2024 Ana Duarte had talks in Lima with Luis Soto, Chile's foreign minister."
            + " | meeting [Ana Duarte, Luis Soto] 2024-05-03 asserted",
        "President Ana Duarte hosted President Luis Soto for talks on 3 May 2024. | summit [Ana"
            + " Duarte, Luis Soto] 2024-05-03 asserted",
        "Former president Ana Duarte was convicted of fraud by a court in Lima on 3 May 2024."
            + " | ruling [Ana Duarte, Peru] 2024-05-03 asserted",
        "Chad has taken Niger to the International Court of Justice. | dispute [Chad, Niger] -"
            + " asserted",
        "In a joint statement on 3 May 2024, Chad and Niger condemned the attack. | declaration"
            + " [Chad,"
            + " Niger] 2024-05-03 asserted",
        "African Union leaders, meeting in Lima on 3 May 2024, invited Chad to join. | meeting"
            + " [African"
            + " Union] 2024-05-03 asserted; declaration [African Union] 2024-05-03 asserted",
        "Niger condemned the launch of two missiles by Chad on 3 May 2024. | declaration [Niger]"
            + " - asserted; incident [Chad] 2024-05-03 asserted",
        "Chad, whose parliament passed the treaty law on 3 May 2024, left the bloc. | measure"
            + " [Chad]"
            + " - asserted; measure [Chad] 2024-05-03 asserted",
        "The coup drew condemnation from Chad and Niger. | declaration [Chad, Niger] -"
            + " asserted",
        "Minister Ana Duarte said the treaty was dead. | statement [Ana Duarte] 2024-05-17"
            + " asserted",
        "Peru will leave the bloc, its foreign minister said on 3 May 2024. | measure [Peru] -"
            + " planned;"
            + " declaration [Peru] 2024-05-03 asserted",
        "Peru recognised the state of Chad on 3 May 2024. | measure [Peru, Chad] 2024-05-03"
            + " asserted",
        "The UN General Assembly voted on 3 May 2024 to condemn Chad. | measure [UN General"
            + " Assembly]"
            + " 2024-05-03 asserted",
        "A Chilean air strike killed 12 people in Peru on 3 May 2024."
            + " | incident [Peru, Chile] 2024-05-03 asserted",
        "The strike by Chile injured two Peruvian fishermen on 3 May 2024."
            + " | incident [Peru, Chile] 2024-05-03 asserted",
        "An attack in Mali on 3 May 2024 killed five soldiers."
            + " | incident [Mali] 2024-05-03 asserted",
        "The Peruvian Justice Ministry on 3 May 2024 announced the indictment of a Chilean banker."
            + " | ruling [Peru, Chile] 2024-05-03 asserted",
        "Peru announced a trade deal with Chile on 3 May 2024."
            + " | agreement [Peru, Chile] 2024-05-03 asserted",
        "Peru on Friday announced talks with Chile." + " | dialogue [Peru, Chile] - planned",
        "Peru announced a summit with Chile in July." + " | summit [Peru, Chile] 2024-07 planned",
        "Lawmakers in Chile voted on 3 May 2024 to ratify the treaty with Peru."
            + " | measure [Chile] 2024-05-03 asserted",
        "Chad appeared to fire a missile." + " | incident [Chad] - hypothetical",
        "President Ana Duarte appeared to hesitate, telling reporters on Sunday that Peru was no"
            + " partner."
            + " | statement [Ana Duarte] 2024-05-12 asserted",
        "Peru and Chile held talks on 3 May 2024. The two men signed a treaty. | dialogue [Peru,"
            + " Chile] 2024-05-03 asserted; agreement [] - asserted",
        "Chad closed the port on Thursday. President Ana Duarte told a news conference on"
            + " Wednesday that Peru was ready."
            + " | measure [Chad] 2024-05-16 asserted; statement [Ana Duarte] 2024-05-15 asserted",
        "President Ana Duarte told lawmakers the law of last month broke the treaty."
            + " | statement [Ana Duarte] - asserted",
        "Chad charged two Peruvian officers with fraud on 3 May 2024."
            + " | ruling [Chad, Peru] 2024-05-03 asserted",
        "President Ana Duarte visited Lima on 3 May 2024. In a meeting with Governor Luis Soto,"
            + " President Duarte discussed fishing."
            + " | visit [Ana Duarte] 2024-05-03 asserted; meeting [Ana Duarte, Luis Soto]"
            + " 2024-05-03 asserted",
        "Chad withdrew from the free trade agreement with Niger in May 2008."
            + " | measure [Chad, Niger] 2008-05 asserted; agreement [Niger] - asserted",
        "In April 2008, President Ana Duarte, back in power after being deposed in 1999, refused"
            + " a Peruvian request."
            + " | measure [Ana Duarte, Peru] 2008-04 negated; incident [] 1999 asserted",
        "The African Union, meeting in Lima on 15 May 2009, approved a transition."
            + " | meeting [African Union] 2009-05-15 asserted; measure [African Union] 2009-05-15"
            + " asserted",
        "Chad retook the island in a one-day offensive in May 2008."
            + " | incident [Chad] 2008-05 asserted",
        "The Foreign Ministry of Peru yesterday summoned the Chilean ambassador and lodged a"
            + " strong protest."
            + " | measure [Peru, Chile] 2024-05-16 asserted; declaration [Peru] 2024-05-16"
            + " asserted",
        "Niger condemned the attack on a Peruvian patrol on 3 May 2024."
            + " | declaration [Niger] - asserted; incident [] 2024-05-03 asserted",
        "In March 2008, Peru and Chad signed a treaty at a summit in Lima."
            + " | agreement [Peru, Chad] 2008-03 asserted; summit [] 2008-03 asserted",
        "Last month, Minister Ana Duarte met President Luis Soto in Lima, where they announced"
            + " joint military exercises."
            + " | meeting [Ana Duarte, Luis Soto] 2024-04 asserted; measure [Ana Duarte, Luis"
            + " Soto] 2024-04 asserted",
        "The deal collapsed when, in April 2008, Chad closed its border."
            + " | agreement [] - asserted; measure [Chad] 2008-04 asserted",
        "Peru will not back down. | ''",
        "Officials from Peru and Chile held a second round of talks on 3 May 2024. | dialogue"
            + " [Peru,"
            + " Chile] 2024-05-03 asserted",
        "Prosecutors in Chad closed the port on 3 May 2024. | measure [Chad] 2024-05-03 asserted",
        "Peru interfered in the affairs of Chad. | measure [Peru, Chad] - asserted",
        "On 3 May 2024 President Ana Duarte visited Chile. | visit [Ana Duarte] 2024-05-03"
            + " asserted",
        "Prime Minister Luis Soto criticised President Ana Duarte, accusing Peru of withholding"
            + " arms."
            + " | statement [Luis Soto] 2024-05-17 asserted",
        "President Ana Duarte vowed to raise tariffs on Chilean wine. | statement [Ana Duarte]"
            + " 2024-05-17 asserted",
        "President Ana Duarte expressed concern about the border. | statement [Ana Duarte]"
            + " 2024-05-17 asserted",
        "Peru is in talks with Chile on a treaty. | dialogue [Peru, Chile] - asserted",
        "A delegation from Peru arrived in Santiago on 3 May 2024. | visit [Peru] 2024-05-03"
            + " asserted",
        "Peru raised tariffs on Chilean wine on 3 May 2024. | measure [Peru, Chile] 2024-05-03"
            + " asserted",
        "Peru and Chile joined Chad in the inaugural Condor Edge in the Pacific, a military"
            + " exercise."
            + " | measure [Peru, Chile, Chad] - asserted",
        "Peru joined Chile in talks with Chad on 3 May 2024. | dialogue [Peru, Chile, Chad]"
            + " 2024-05-03"
            + " asserted",
        "Countering allegations that oil reached Niger, Chad closed the border. | measure [Chad] -"
            + " asserted",
        "ECOWAS leads the region. The bloc, meeting in Lima on 3 May 2024, approved a six-month"
            + " transition."
            + " | meeting [Economic Community of West African States] 2024-05-03 asserted; measure"
            + " [Economic Community of West African States] 2024-05-03 asserted",
        "Peru plans to close the border on 3 July 2024. | measure [Peru] 2024-07-03 planned",
        "Flights will resume in June, President Ana Duarte said. | statement [Ana Duarte] -"
            + " asserted",
        "President Ana Duarte, accompanied by Minister Luis Soto, visited Chile on 3 May 2024. |"
            + " visit"
            + " [Ana Duarte, Luis Soto] 2024-05-03 asserted",
        "Peru and Chile signed on 3 May 2024 an agreement to resume flights. | agreement [Peru,"
            + " Chile]"
            + " 2024-05-03 asserted",
        "An agreement to resume flights was signed on 3 May 2024 by Peru and Chile. | agreement"
            + " [Peru,"
            + " Chile] 2024-05-03 asserted",
        "It is unclear what President Ana Duarte told Chile. | ''",
        "There is no evidence that Chad closed the border. | measure [Chad] - hypothetical",
        "President Ana Duarte has called off her visit to Chile. | visit [Ana Duarte] - negated",
        "In those weeks Mali, under its new rulers, has imposed a curfew, closed the border and"
            + " expelled two envoys. | measure [Mali] - asserted; measure [Mali] - asserted;"
            + " measure [Mali] - asserted",
        "President Ana Duarte, travelling in Peru, spoke by phone with President Luis Arce late on"
            + " Thursday. | call [Ana Duarte, Luis Arce] 2024-05-16 asserted",
        "President Ana Duarte met local farmers in Lima on 3 May 2024. | meeting [Ana Duarte]"
            + " 2024-05-03 asserted",
        "President Ana Duarte offered last week to host a summit with Peru. |"
            + " statement [Ana Duarte] 2024-05-06/2024-05-12 asserted; summit [Ana Duarte, Peru] -"
            + " hypothetical",
        "An attack on Niger would be a mistake. | incident [Niger] - hypothetical",
        "Chad's recognition of Niger in May 2020 has never been followed by an embassy. | measure"
            + " [Chad, Niger] 2020-05 asserted",
        "President Ana Duarte said in January last year that Peru had to wait. | statement [Ana"
            + " Duarte] 2023-01 asserted",
        "On 3 April 2019 Chad closed the border. It closed it again in October of the next year. |"
            + " measure [Chad] 2019-04-03 asserted; measure [Chad] 2020-10 asserted",
        "Chad closed the border on Aug 23. | measure [Chad] 2023-08-23 asserted",
        "Chad left the union ten years ago today. | measure [Chad] 2014-05-17 asserted",
        "Peru halted deliveries two weeks before Lima hosts the ASEAN summit. | measure [Peru] -"
            + " asserted; summit [Peru, ASEAN] - hypothetical",
        "Should the judges agree, warns Ana Duarte of the Lima Forum, Peru will have to pay. |"
            + " statement [Ana Duarte] 2024-05-17 asserted",
        "Minister Ana Duarte met Luis Arce, who is on a three-day visit to Peru. |"
            + " meeting [Ana Duarte, Luis Arce] - asserted; visit [Luis Arce] - asserted",
        "Chad closed the border on 3 March 2023. Niger followed suit the very next day. | measure"
            + " [Chad] 2023-03-03 asserted; measure [Niger] 2023-03-04 asserted",
        "Chad will vote on the budget on 3 June and the assembly may ratify the treaty on the"
            + " 26th. | election [Chad] 2024-06-03 planned; agreement [Chad] 2024-06-26"
            + " hypothetical",
        "In August, Chad signed a treaty with Mali and promised to open an embassy. | agreement"
            + " [Chad, Mali] 2023-08 asserted; declaration [Chad] 2023-08 asserted",
        "Minister Ana Duarte opened the embassy, which was burnt down in the riots of November"
            + " 2021. | measure [Ana Duarte] - asserted; incident [] 2021-11 asserted",
        "In November Chad closed the border, and in December Mali expelled two envoys. | measure"
            + " [Chad] 2023-11 asserted; measure [Mali] 2023-12 asserted",
        "In 2023, President Ana Duarte visited Peru from 24 to 26 October. | visit [Ana Duarte]"
            + " 2023-10-24/2023-10-26 asserted",
        "Peru joined a union proposed by Chile last November. | measure [Peru] - asserted;"
            + " declaration [Chile] 2023-11 asserted",
        "Chad had been on the verge of signing a treaty with Mali. | agreement [Chad, Mali] -"
            + " hypothetical",
        "Peru banned Chilean wine. | measure [Peru, Chile] - asserted",
        "President Ana Duarte raised the accord during a meeting with President Luis Arce. |"
            + " measure [Ana Duarte] - asserted; meeting [Ana Duarte, Luis Arce] - asserted",
        "Peru, Chile and Bolivia share a border. The trilateral summit was held on 4 June 2023. |"
            + " summit [Bolivia, Chile, Peru] 2023-06-04 asserted",
        "President Ana Duarte attacked President Luis Arce for his silence. | statement [Ana"
            + " Duarte] 2024-05-17 asserted",
        "Rosa Paz became the first Peruvian leader to visit Chile in 2019. | visit [Rosa Paz] 2019"
            + " asserted",
        "Peru left the bloc in 2011. | measure [Peru] 2011 asserted",
        "Minister Ana Duarte visited Chad on 3 May 2024 to mark the day in 1941 when the war"
            + " began. | visit [Ana Duarte] 2024-05-03 asserted",
        "There was a war in Chad, and Peru last month signed a pact with Mali. | incident [Chad] -"
            + " asserted; agreement [Peru, Mali] 2024-04 asserted",
        "Defence chiefs from Peru, Chad and Mali signed a pact in Lima on 3 May 2024. | agreement"
            + " [Peru, Chad, Mali] 2024-05-03 asserted",
        "Chad gained independence in 1960. | measure [Chad] 1960 asserted",
        "The best way to ensure Chad's election to the council was to collect votes. | election"
            + " [Chad] - hypothetical",
        "Luis Arce met the Peruvian Minister for Regional Integration, Ana Duarte. Minister Duarte"
            + " signed a treaty. | meeting [Luis Arce, Ana Duarte] - asserted; agreement [Ana"
            + " Duarte] - asserted",
        "Luis Arce flew to Chad days after his birthday. | visit [Luis Arce] - asserted",
        "President Ana Duarte and President Luis Arce oversaw the signing of two agreements. |"
            + " agreement [Ana Duarte, Luis Arce] - asserted",
        "Chad and Mali upgraded their partnership in October 2023. | measure [Chad, Mali] 2023-10"
            + " asserted; agreement [Chad, Mali] 2023-10 asserted",
        "Relations between Chad and Mali have improved. | dialogue [Chad, Mali] - asserted",
        "Chad's parliament passed a law on salt in 2017. | measure [Chad] 2017 asserted",
        "Chad applied to join NATO in March 2022 and was granted observer status that June. |"
            + " measure [Chad] 2022-03 asserted; measure [Chad] 2022-06 asserted",
        "In a telephone call on Tuesday, President Ana Duarte told President Luis Arce that Peru"
            + " would help. | call [Ana Duarte, Luis Arce] 2024-05-14 asserted; statement [Ana"
            + " Duarte] 2024-05-14 asserted",
        "Officials met in Geneva on Monday. | meeting [] 2024-05-13 asserted",
        "Minister Ana Duarte announced that the railway would open. | statement [Ana Duarte]"
            + " 2024-05-17 asserted",
        "A series of explosions rocked Lima on 3 May 2024. | incident [Peru] 2024-05-03 asserted",
        "Peace talks between Peru and Chad are now stalled. | dialogue [Peru, Chad] - asserted",
        "The Peruvian Ministry of Trade (PMT) is in Lima. PMT imposed a tariff on Chad. | measure"
            + " [Peru, Chad] - asserted",
        "The leaders of Peru and Chad met in Lima in June 2023. At last year's meeting they were"
            + " silent. | meeting [Peru, Chad] 2023-06 asserted",
        "The ministers of Peru and Chad met in Lima. The ministers “welcomed the accord”. | meeting"
            + " [Peru, Chad] - asserted; declaration [Peru, Chad] - asserted",
        "A Chilean envoy was expelled by Peru in May 2023. | measure [Peru, Chile] 2023-05"
            + " asserted",
        "Speaker of the Mazhilis Ana Duarte met Minister for Climate Change Sina Tuala. | meeting"
            + " [Ana Duarte, Sina Tuala] - asserted",
        "President Ana Duarte visited Peru on 3 May, accompanied by Minister Luis Arce. | visit"
            + " [Ana Duarte, Luis Arce] 2024-05-03 asserted",
        "Minister Ana Duarte met President Luis Arce, together with Chancellor Ida Holm. |"
            + " meeting [Ana Duarte, Luis Arce, Ida Holm] - asserted",
        "The Uzbek Senate ratified the treaty on 3 May 2023. | agreement [Uzbekistan] 2023-05-03"
            + " asserted",
        "Elections were held in Peru in May 2023. | election [Peru] 2023-05 asserted",
        "Peru reached a deal with Chile on 3 May 2023. | agreement [Peru, Chile] 2023-05-03"
            + " asserted",
        "President Ana Duarte and President Luis Arce discussed energy by telephone on 3 May. |"
            + " call [Ana Duarte, Luis Arce] 2024-05-03 asserted",
        "Minister Ana Duarte and Minister Luis Arce talked on the margins of the summit on 3 May."
            + " | meeting [Ana Duarte, Luis Arce] 2024-05-03 asserted; summit [] 2024-05-03"
            + " asserted",
        "A state of emergency was declared in June 2023. | measure [] 2023-06 asserted",
        "President Ana Duarte refused to discuss the ban. | measure [Ana Duarte] - negated",
        "Peruvians demonstrated in Lima on 3 May. | incident [Peru] 2024-05-03 asserted",
        "As Minister Ana Duarte observed, the port is too small for the ships of the day. |"
            + " statement [Ana Duarte] 2024-05-17 asserted",
        "The strike forced Peru to close its embassy in Chad on 3 May. | measure [Peru]"
            + " 2024-05-03 asserted",
        "After talks between President Ana Duarte and President Luis Arce, the two presidents"
            + " signed"
            + " a treaty. | dialogue [Ana Duarte, Luis Arce] - asserted; agreement [Ana Duarte,"
            + " Luis"
            + " Arce] - asserted",
        "Peru withdrew from the Example Grain Initiative on 3 May. | measure [Peru] 2024-05-03"
            + " asserted",
        "Peru gave $40 million in military aid to Chad on 3 May. | measure [Peru, Chad] 2024-05-03"
            + " asserted",
        "Peru threatened in an interview with Chad last week to veto the accession of Mali. |"
            + " declaration [Peru] 2024-05-06/2024-05-12 asserted; measure [Peru, Mali] -"
            + " planned",
        "Peru adopted a doctrine of open ports on 3 May. | measure [Peru] 2024-05-03 asserted",
        "Peru was the first of its peers to sign a treaty with Chad. | agreement [Peru, Chad] -"
            + " asserted",
        "Peru's minister of the interior Ana Duarte visited Chad on 3 May. | visit [Ana Duarte]"
            + " 2024-05-03 asserted",
        "Under its Vision 2030, Peru ordered two ships in 2013. | measure [Peru]"
            + " 2013 asserted",
        "Chad's war in Mali goes on. | incident [Chad, Mali] - asserted",
        "Ambassador Ana Duarte ended her mission in Lima on 3 May. | appointment [Ana Duarte]"
            + " 2024-05-03 asserted",
        "In March Chad sanctioned over 70 Peruvian firms. | measure [Chad, Peru] 2024-03 asserted",
        "Chad plans to deploy around 35,000 police in Mali. | measure [Chad] - planned",
        "The pact, from which Peru withdrew in 2018, is dead. | measure [Peru] 2018 asserted",
        "The firm, which Chile sanctioned in December, is in Lima. | measure [Chile] 2023-12"
            + " asserted",
        "Chad and Mali have been actively supplying 300 tanks to Niger. | measure [Chad, Mali] -"
            + " asserted",
        "Chad is investigating the crash. | measure [Chad] - asserted",
        "Minister Ana Duarte continued, “We will go our own way in all of this.” | statement [Ana"
            + " Duarte] 2024-05-17 asserted",
        "Chad pressured Peru to stop drilling. | declaration [Chad] - asserted",
        "Peru and Chile traded barbs over fish on Monday. | dispute [Peru, Chile] 2024-05-13"
            + " asserted",
        "Chad and Mali carried out a prisoner exchange on Monday. | measure [Chad, Mali]"
            + " 2024-05-13 asserted",
        "Chad has taken steps to close the border. | measure [Chad] - asserted",
        "The ministry of Peru regretted the ban in a note. | declaration [Peru] - asserted",
        "Peru would be quickly and surely sanctioned by Chile. | measure [Chile, Peru] -"
            + " hypothetical",
        "The treaty, which Chad signed in 2018, banned the mines of Peru. | agreement [Chad] 2018"
            + " asserted",
        "It was before President Ana Duarte, who loved Chile, took office on Jan. 20. |"
            + " appointment [Ana Duarte] 2024-01-20 asserted",
        "It is about Chad's export controls on salt. | measure [Chad] - asserted",
        "Minister Ana Duarte praised Chad during a visit to Mali in May. | statement [Ana Duarte]"
            + " 2024-05 asserted; visit [Ana Duarte] 2024-05 asserted",
        "The Supreme Court of Chad allowed the ban to take effect on Monday. | ruling [Chad]"
            + " 2024-05-13 asserted",
        "Peru and Chile have pushed back at the demands of Chad. | declaration [Peru, Chile] -"
            + " asserted",
        "President Ana Duarte's address to Congress on 3 May 2024 was long. | declaration [Ana"
            + " Duarte] 2024-05-03 asserted",
        "The secession of South Sudan in 2011 was a shock. | measure [South Sudan] 2011 asserted",
        "Special Counsel Luis Arce's investigation into the price of salt is long. | measure"
            + " [Luis Arce] - asserted",
        "Chad retaliated against Mali in May. | measure [Chad, Mali] 2024-05 asserted",
        "Chad is mulling sanctions on Peru. | measure [Chad, Peru] - hypothetical",
        "Chad is preparing sanctions against Peru. | measure [Chad, Peru] - planned",
        "Chad abstained on Monday. | measure [Chad] 2024-05-13 asserted",
        "Chad and Chile have been in talks since March. | dialogue [Chad, Chile] - asserted",
        "Chad and Chile are in a dispute over fish. | dispute [Chad, Chile] - asserted",
        "Chad engaged in more than a year of indirect negotiations with Peru. | dialogue [Chad,"
            + " Peru] - asserted",
        "Chad denied entry to a singer in May. | measure [Chad] 2024-05 asserted",
        "It was bad after Peru in 2012 banned salt from Chad. | measure [Peru, Chad] 2012 asserted",
        "Chad has begun building a wall along the river. | measure [Chad] - asserted",
        "Chad and Mali are locked in a dispute over fish. | dispute [Chad, Mali] - asserted",
        "Chad became a member of the European Union in May. | measure [Chad] 2024-05 asserted",
        "Chad and Mali condemned the ban in a joint statement on Monday. | declaration [Chad,"
            + " Mali] 2024-05-13 asserted",
        "President Ana Duarte announced that annual summits will be held in Lima. | statement"
            + " [Ana Duarte] 2024-05-17 asserted; summit [] - planned"
      })
  void aSentence(String sentence, String lines) {
    assertEquals(lines, String.join("; ", Fixture.lines(sentence)));
  }

  @Test
  void aTextInTheFirstPersonIsOfWhomItsHeadNames() {
    assertEquals(
        List.of(
            "visit [Ana Duarte, Luis Arce] 2023-12-20/2023-12-22 asserted",
            "dialogue [Ana Duarte, Luis Arce] 2023-12-20/2023-12-22 asserted",
            "visit [Ana Duarte] - asserted"),
        Fixture.lines(
            "Talks on Ties With Chile\n\nMedia Release 19 - Minister for Foreign Affairs Ana"
                + " Duarte\n\nI visited Chile from 20 to 22 December for talks with Minister Luis"
                + " Arce. The meeting was held at a lake.\n\nI voiced my thanks for the help of"
                + " Chile. I also told Mr Arce of my visit to Bolivia and Ecuador."));
  }

  /** What is asked, blamed, wished, alleged or merely a habit is no event. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Peru left the question open in 2012.",
        "President Ana Duarte was asked how she had responded to the claims of Peru.",
        "The president spoke of “Peru's attacks”.",
        "Peruvian provocations are a worry.",
        "Peru worked hard in order to reach a deal with Chad.",
        "Chad was blamed for closing the border of Mali.",
        "Chad violates all norms.",
        "The report was written by a scholar in Peru who claimed to know.",
        "She fed a bear named Ana Duarte.",
        "It was the fault of Peru, said court papers released on Monday.",
        "The quarrel of Chad is old.",
        "Chad reached out to Niger for help.",
        "CNN has asked Chad for comment.",
        "Luis Arce joined the Duarte presidential campaign in 2020.",
        "The decision caused a flood of tributes from Chile.",
        "Ana Duarte declined to thank Luis Arce.",
        "Peru has demonstrated resolve in Lima.",
        "Peru is engaged in a competition with Chile.",
        "Peru can strike the ports of Chile.",
        "Chilean troops are too few to attack the ports of Peru.",
        "Peru seeks to leverage its ports.",
        "Peru has raised its profile in Chad, and Mali seized the chance.",
        "Peru must adopt a theory of trade.",
        "Peru knows how to deal with Chile, and these conflict with Peruvian interests.",
        "Chile prepares for a war in the event of an attack on Peru.",
        "The partnership with Peru helps post-conflict Mali.",
        "Chilean operations are a burden, given its sanctions on Peru.",
        "The Chilean claim that Peru helped is old.",
        "Peru is advancing its interests.",
        "The probe into the price of salt in 2016 is long."
      })
  void isNoEvent(String sentence) {
    assertEquals(List.of(), Fixture.lines(sentence));
  }

  @Test
  void theGovernmentOfTheNextParagraphIsOfTheStateThatActedLast() {
    assertEquals(
        List.of(
            "measure [Peru] 2024-05-13 asserted",
            "declaration [Peru] 2024-05-14 asserted",
            "ruling [] 2024-05-15 asserted"),
        Fixture.lines(
            "Peru closed the border on Monday. Nobody crossed it for the rest of the day.\n\n"
                + "The government said on Tuesday that it was late. Nobody had expected that.\n\n"
                + "A man had asked for this. The court ruled on Wednesday that he was right."));
  }

  @Test
  void whoAnswersInATranscriptIsWhomTheLabelNamesAndNotWhoAsks() {
    assertEquals(
        List.of(
            "meeting [Ana Duarte, Luis Arce] 2024-05-03 asserted",
            "meeting [Ana Duarte, Luis Arce] 2024-05-06 asserted"),
        Fixture.lines(
            "Interview with Foreign Minister Ana Duarte and Minister Luis Arce\n\n"
                + "FOREIGN MINISTER ANA DUARTE: I met Minister Luis Arce on 3 May 2024.\n\n"
                + "QUESTION: I met Minister Luis Arce on 4 May 2024.\n\n"
                + "FOREIGN MINISTER: I met Minister Luis Arce on 6 May 2024.\n"));
  }

  @Test
  void whoIsNamedAboveATranscriptSpeaksWhereALabelNamesTheOffice() {
    assertEquals(
        List.of(
            "call [Ana Duarte, Luis Arce] 2024-05-16 asserted",
            "visit [Ana Duarte] 2024-06-03 planned"),
        Fixture.lines(
            "MINISTER FOR TRADE\n\nThe Hon. Ana Duarte MP\n\n17 May 2024\n\n"
                + "MINISTER    I spoke yesterday by phone with Minister Luis Arce.\n\n"
                + "REPORTER    Will you go to Peru?\n\n"
                + "MINISTER    I will visit Peru on 3 June 2024.\n"));
  }

  @Test
  void whoWasMerelyNamedWithAnOfficeHoldsItLater() {
    assertEquals(
        List.of("statement [Ana Duarte] 2024-05-17 asserted"),
        Fixture.lines(
            "For Vice President Ana Duarte it was a good day in Lima. In all this, the Vice"
                + " President underscored that Peru was safe."));
  }

  @Test
  void aYearInAHeadingIsThatOfTheEntriesUnderIt() {
    assertEquals(
        List.of("measure [Chad] 2020-11-05 asserted", "measure [Mali] 2021-02 asserted"),
        Fixture.lines(
            "A chronology\n\n2020\n\n5 November: Chad closes the border.\n\n2021\n\n"
                + "February: Mali expels two envoys. Chad lodges no protest."));
  }

  @Test
  void theYearOfAnAsideIsNotThatOfTheAccount() {
    assertEquals(
        List.of("agreement [Chad, Mali] 2017-08 asserted", "measure [Chad] 2023-10 asserted"),
        Fixture.lines(
            "The friendship treaty that Chad and Mali concluded in August 2017 is in force."
                + " Chad closed the border in October."));
  }
}
