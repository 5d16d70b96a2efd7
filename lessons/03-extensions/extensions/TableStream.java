package extensions;

import contract.ResultTable;
import course.bulk.v1.BulkOperation;
import course.bulk.v1.BulkOutcome;
import course.bulk.v1.TableAnswer;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.function.Function;

/// A plugin's end of one table: makes rows as long as the host takes them, and goes on when it does
/// again. gRPC calls it from one thread at a time.
final class TableStream {
  private final ServerCallStreamObserver<TableAnswer> answer;
  private final ResultTable table;
  private final Function<BulkOperation, BulkOutcome> calculate;
  private int rowsSent;
  private boolean ended;

  TableStream(
      ServerCallStreamObserver<TableAnswer> answer,
      ResultTable table,
      Function<BulkOperation, BulkOutcome> calculate) {
    this.answer = answer;
    this.table = table;
    this.calculate = calculate;
  }

  void start() {
    answer.setOnCancelHandler(() -> {});
    answer.setOnReadyHandler(this::sendRows);
    sendRows();
  }

  private void sendRows() {
    while (!ended && answer.isReady() && !answer.isCancelled()) {
      if (rowsSent == table.rows()) {
        ended = true;
        answer.onCompleted();
      } else {
        rowsSent++;
        answer.onNext(row(rowsSent));
      }
    }
  }

  private TableAnswer row(int number) {
    TableAnswer.Builder row = TableAnswer.newBuilder().setRow(number);
    for (int column = 1; column <= table.columns() && !answer.isCancelled(); column++) {
      row.addOutcomes(
          calculate.apply(
              BulkOperation.newBuilder()
                  .setOperator(BulkMessages.message(table.operator()))
                  .setLeft(number)
                  .setRight(column)
                  .build()));
    }
    return row.build();
  }
}
